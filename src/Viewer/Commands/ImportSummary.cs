using FeedbackLab.Analysis.Workspace;

namespace FeedbackLab.Viewer.Commands;

/// <summary>Tells what an import changed, a line a source.</summary>
internal static class ImportSummary
{
    public static void Print(ScreenLanguage language, ImportResult result, string folder)
    {
        foreach (var source in result.Sources)
        {
            Console.Out.WriteLine(source.Source + ": " + Line(language, source));
        }

        Console.Out.WriteLine(result.Import is { } import
            ? language.Pick(
                $"取り込み {import} 番をワークスペース {folder} に保存しました。取り消すには feedbacklab undo -w {folder}",
                $"Import {import} is in the workspace {folder}. To take it back: feedbacklab undo -w {folder}")
            : language.Pick("新しいものはなく、何も変わっていません。", "There was nothing new; nothing has changed."));
    }

    private static string Line(ScreenLanguage language, SourceImport source) => source.Outcome switch
    {
        ImportOutcome.AlreadyThere => language.Pick($"同じ内容が「{source.SameAs}」としてすでにあります。", $"the same content is there already as “{source.SameAs}”."),
        ImportOutcome.Added => language.Pick($"新しい資料、意見 {source.Added}", $"new, {source.Added} comments"),
        _ => language.Pick(
            $"訂正された資料: 追加 {source.Added}、変わらず {source.Unchanged}、移動 {source.Moved}、訂正 {source.Changed}、削除 {source.Removed}"
                + $"；コーディングは {source.CodingsKept} 件そのまま{(source.CodingsRepunctuated > 0 ? $"（うち {source.CodingsRepunctuated} 件は句読点や空白だけの訂正のあと）" : string.Empty)}、{source.CodingsSetAside} 件取り置き、{source.CodingsReturned} 件復帰"
                + (source.DecisionsSetAside > 0 ? $"（取り置きのうち人の判断 {source.DecisionsSetAside} 件は feedbacklab codings export --set-aside で見られます）" : string.Empty),
            $"corrected: {source.Added} added, {source.Unchanged} unchanged, {source.Moved} moved, {source.Changed} changed, {source.Removed} removed"
                + $"; codings: {source.CodingsKept} kept{(source.CodingsRepunctuated > 0 ? $" ({source.CodingsRepunctuated} of them after a change of punctuation)" : string.Empty)}, {source.CodingsSetAside} set aside, {source.CodingsReturned} back"
                + (source.DecisionsSetAside > 0 ? $" (of those set aside, people decided {source.DecisionsSetAside}: feedbacklab codings export --set-aside lists them)" : string.Empty)),
    };
}
