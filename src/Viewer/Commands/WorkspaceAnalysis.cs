using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Commands.Codebooks;
using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Viewer.Commands;

/// <summary>What an analysis takes from a workspace and brings back.</summary>
/// <param name="Corpus">Everything in force.</param>
/// <param name="Codebook">The codebook named, else the workspace's latest, else the built-in one.</param>
/// <param name="Decided">What people decided, by comment id.</param>
internal sealed record WorkspaceAnalysis(CommentCorpus Corpus, AppliedCodebook Codebook, ImmutableDictionary<string, CodedComment> Decided)
{
    /// <summary>How the workspace stood when it was read.</summary>
    public WorkspaceState State { get; init; } = new(0, 0);

    /// <summary>Decisions of people that would no longer be in force if the codebook became the workspace's: by code that it lacks, on how many comments; by number, then by code.</summary>
    public ImmutableArray<(Code Code, int Comments)> Lost { get; init; } = [];

    /// <summary>Codes of the codebook that only hold others together and that people accepted all the same, with the number of comments; they count nowhere.</summary>
    public ImmutableArray<(Code Code, int Comments)> Uncounted =>
    [
        .. Codebook.Codebook.Codes.Where(c => !c.IsCodable)
            .Select(c => (Code: c, Comments: Decided.Values.Count(d => d.Accepted.Contains(c.Id)))).Where(c => c.Comments > 0),
    ];

    /// <summary>Reads a workspace; null where it cannot be read, after the reason was printed.</summary>
    /// <param name="language">The user's language.</param>
    /// <param name="folder">The workspace.</param>
    /// <param name="codebook">The codebook that the user named; null where none.</param>
    public static WorkspaceAnalysis? Read(ScreenLanguage language, string folder, AppliedCodebook? codebook)
    {
        WorkspaceAnalysis? read = null;
        WorkspaceFolder.Use(language, folder, create: false, store =>
        {
            read = Of(store, codebook);
            return CommandLine.Done;
        });
        return read;
    }

    /// <summary>What a workspace holds.</summary>
    /// <param name="store">The workspace.</param>
    /// <param name="codebook">The codebook that the user named; null where none.</param>
    /// <exception cref="WorkspaceException">It cannot be read.</exception>
    public static WorkspaceAnalysis Of(WorkspaceStore store, AppliedCodebook? codebook)
    {
        var latest = store.Codebooks().LastOrDefault() is { } version ? new AppliedCodebook(CodebookReader.Read(version.Yaml), version.Yaml, version.Sha256) : null;

        // Laid out otherwise is not another codebook.
        var applied = codebook is null || (latest is not null && CodebookWriter.Yaml(codebook.Codebook) == CodebookWriter.Yaml(latest.Codebook)) ? latest ?? CodebookFile.BuiltIn : codebook;
        return new WorkspaceAnalysis(store.Corpus(), applied, store.Decisions())
        {
            State = WorkspaceState.Of(store),
            Lost = latest is null || ReferenceEquals(applied, latest) ? [] : LostBy(store, latest.Codebook, applied.Codebook),
        };
    }

    /// <summary>The codes that people decided on and that another codebook lacks, with on how many comments they did.</summary>
    /// <param name="store">The workspace.</param>
    /// <param name="latest">Its codebook.</param>
    /// <param name="applied">The other one.</param>
    internal static ImmutableArray<(Code Code, int Comments)> LostBy(WorkspaceStore store, Codebook latest, Codebook applied)
    {
        var kept = applied.Codes.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var decided = store.Codings().Where(c => c.State != CodingState.Proposed).Select(c => (c.CommentId, c.Code))
            .Concat(store.Coders().SelectMany(coder => store.Decisions(coder.Who).SelectMany(d => d.Value.Accepted.Concat(d.Value.Rejected).Select(code => (d.Key, code)))))
            .Distinct().CountBy(d => d.Item2, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. latest.Codes.Where(c => !kept.Contains(c.Id) && decided.ContainsKey(c.Id)).Select(c => (c, decided[c.Id])).OrderByDescending(l => l.Item2).ThenBy(l => l.c.Id, StringComparer.Ordinal)];
    }

    /// <summary>Writes the codebook, where it is another than the latest, and the proposals into the workspace, and says so.</summary>
    /// <param name="language">The user's language.</param>
    /// <param name="folder">The workspace.</param>
    /// <param name="findings">What was found.</param>
    /// <returns>The exit code.</returns>
    public int Save(ScreenLanguage language, string folder, AnalysisFindings findings) => WorkspaceFolder.Use(language, folder, create: false, store =>
    {
        var now = DateTimeOffset.Now;
        var (write, codebook, writes) = Save(store, findings, Environment.UserName, now);
        if (write is { Outcome: CodebookOutcome.IdUsedBefore })
        {
            return CodebookWriteText.Print(language, write);
        }

        if (write is { Entries.IsEmpty: false })
        {
            CodebookWriteText.Print(language, write);
        }

        if (writes is null)
        {
            CommandLine.PrintFailure(language, folder, new BilingualText(
                "分析のあいだにコードブックが変わりました。もう一度 analyze を実行してください。", "The codebook was changed during the analysis. Run analyze again."));
            return CommandLine.Failed;
        }

        try
        {
            AnalysisRecord.Keep(folder, AnalysisRecord.Of(findings, WorkspaceState.After(store, State, codebook!.Value), now));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CommandLine.PrintFailure(language, folder, new BilingualText(
                $"分析の記録を書けません。フォルダーに書き込めるか確かめてください（{e.Message}）。", $"The record of the analysis cannot be written. See whether the folder can be written ({e.Message})."));
            return CommandLine.Failed;
        }

        Console.Out.WriteLine(language.Pick(
            $"ワークスペース: コードブック 第{codebook}版、提案 {writes.Written} 件を書き、{writes.Withdrawn} 件を取り下げました。人が決めた {Decided.Count} 件の意見はそのままです。",
            $"Workspace: codebook version {codebook}, {writes.Written} proposals written, {writes.Withdrawn} withdrawn. The {Decided.Count} comments that people decided on stay as they are."));
        foreach (var (code, comments) in Uncounted)
        {
            Console.Out.WriteLine(language.Pick(
                $"人が「{code.Id}」（{code.Name.Ja}）を付けた {comments} 件は数えません。このコードはほかのコードをまとめるだけです（codable: false）。その下のコードを付け直してください。",
                $"{comments} comments that people gave \"{code.Id}\" ({code.Name.En}) are not counted under it: it only holds others together (codable: false). Give them a code under it."));
        }

        return CommandLine.Done;
    });

    /// <summary>Writes the codebook, where it is another than the latest, and the proposals into the workspace.</summary>
    /// <param name="store">The workspace.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="user">Whose codebook it is, where it is new.</param>
    /// <param name="now">When.</param>
    /// <returns>
    /// What became of the codebook, null where it is the latest already; its version and what was written, null where the codebook was refused,
    /// or changed since it was read, and so nothing was.
    /// </returns>
    /// <exception cref="WorkspaceException">It cannot be written.</exception>
    public (CodebookWrite? Write, int? Codebook, ProposalWrites? Writes) Save(WorkspaceStore store, AnalysisFindings findings, string user, DateTimeOffset now)
    {
        var latest = store.Codebooks().LastOrDefault();
        if ((latest?.Version ?? 0) != State.Codebook)
        {
            return (null, null, null);
        }

        var write = latest?.Yaml == Codebook.Text ? null : store.SaveCodebook(Codebook.Text, State.Codebook, user, now);
        var saved = write is null ? latest : write.Outcome is CodebookOutcome.ChangedMeanwhile or CodebookOutcome.IdUsedBefore ? null : write.Current;
        if (saved is null)
        {
            return (write, null, null);
        }

        var who = "feedbacklab " + ProgramVersion.Text;
        return (write, saved.Version, store.ReplaceProposals(
            [
                .. findings.Comments.SelectMany(c => c.Codings.Where(k => k.State == CodingState.Proposed).Select(k => new StoredCoding(
                    c.Comment.Id, k.Code, CodingState.Proposed, k.Score, k.Evidence, saved.Version, who, now) { Rule = k.Rule })),
            ],
            saved.Version,
            who,
            now));
    }
}
