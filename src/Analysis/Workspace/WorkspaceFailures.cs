using System.Globalization;
using FeedbackLab.Ingest.Corpus;
using Microsoft.Data.Sqlite;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>The ways in which a workspace fails, in the words that users read. Each names the database file.</summary>
internal static class WorkspaceFailures
{
    public static WorkspaceException Missing(string file) => Failure(
        $"{file}: ワークスペースがありません。フォルダの名前を確かめるか、新しく作ってください。",
        $"{file}: there is no workspace. Check the folder's name, or create one.");

    public static WorkspaceException AlreadyThere(string file) => Failure(
        $"{file}: ワークスペースはもうあります。それを開くか、別のフォルダに作ってください。",
        $"{file}: there is a workspace already. Open it, or create one in another folder.");

    public static WorkspaceException NotAWorkspace(string file, Exception? cause = null) => Failure(
        $"{file}: FeedbackLab のワークスペースではありません。別のフォルダを指定するか、このファイルと、隣にあれば {Path.GetFileName(file)}-wal と {Path.GetFileName(file)}-shm を別の場所に移してから、控えを戻してください。",
        $"{file}: this is no FeedbackLab workspace. Name another folder; or move this file elsewhere, and {Path.GetFileName(file)}-wal and {Path.GetFileName(file)}-shm where they lie beside it, and restore a copy.",
        cause);

    public static WorkspaceException TooNew(string file, long version, long known) => Failure(
        string.Create(CultureInfo.InvariantCulture, $"{file}: 新しい版のプログラムが作ったワークスペースです（形式 {version}、このプログラムは {known} まで）。プログラムを新しくしてください。何も変えていません。"),
        string.Create(CultureInfo.InvariantCulture, $"{file}: a newer program made this workspace (format {version}; this program knows up to {known}). Update the program. Nothing was changed."));

    public static WorkspaceException Damaged(string file, Exception? cause = null) => Failure(
        $"{file}: データベースが壊れています。このファイルと、隣にあれば {Path.GetFileName(file)}-wal と {Path.GetFileName(file)}-shm を別の場所に移してから、控えを戻してください。",
        $"{file}: the database is damaged. Move this file elsewhere, and {Path.GetFileName(file)}-wal and {Path.GetFileName(file)}-shm where they lie beside it; then restore a copy.",
        cause);

    public static WorkspaceException OnlyTheLatest(string file, long import, long? latest) => Failure(
        latest is null
            ? $"{file}: 取り消せる取り込みがありません。"
            : string.Create(CultureInfo.InvariantCulture, $"{file}: 取り込み {import} は取り消せません。取り消せるのは最後の取り込み {latest} だけです。"),
        latest is null
            ? $"{file}: there is no import to undo."
            : string.Create(CultureInfo.InvariantCulture, $"{file}: import {import} cannot be undone; only the latest one can, which is {latest}."));

    public static WorkspaceException NotWritable(string file, Exception? cause) => Failure(
        $"{file}: 開けないか、書き込めません。フォルダとファイルの権限を確かめてください。",
        $"{file}: it cannot be opened or written. Check the permissions of the folder and the file.",
        cause);

    /// <summary>What a failure of SQLite means to the user; null where it is none that a user can bring about.</summary>
    public static WorkspaceException? Of(string file, SqliteException failure) => failure.SqliteErrorCode switch
    {
        5 or 6 => Failure(
            $"{file}: ほかのプログラムが使用中です。終わるのを待って、もう一度実行してください。何も変えていません。",
            $"{file}: another program holds it. Wait until it is done and try again. Nothing was changed.",
            failure),
        11 => Damaged(file, failure),
        26 => NotAWorkspace(file, failure),
        13 => Failure(
            $"{file}: ディスクに空きがありません。空きを作って、もう一度実行してください。何も変えていません。",
            $"{file}: the disk is full. Make room and try again. Nothing was changed.",
            failure),
        10 => Failure(
            $"{file}: 読み書きに失敗しました。ディスクや接続を確かめて、もう一度実行してください。",
            $"{file}: reading or writing failed. Check the disk or the connection and try again.",
            failure),
        3 or 8 or 14 or 23 => NotWritable(file, failure),
        _ => null,
    };

    private static WorkspaceException Failure(string ja, string en, Exception? cause = null) => new(new BilingualText(ja, en), cause);
}
