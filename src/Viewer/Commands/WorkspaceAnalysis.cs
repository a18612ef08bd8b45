using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Commands.Codebooks;

namespace FeedbackLab.Viewer.Commands;

/// <summary>What an analysis takes from a workspace and brings back.</summary>
/// <param name="Corpus">Everything in force.</param>
/// <param name="Codebook">The codebook named, else the workspace's latest, else the built-in one.</param>
/// <param name="Decided">What people decided, by comment id.</param>
internal sealed record WorkspaceAnalysis(CommentCorpus Corpus, AppliedCodebook Codebook, ImmutableDictionary<string, CodedComment> Decided)
{
    /// <summary>Reads a workspace; null where it cannot be read, after the reason was printed.</summary>
    /// <param name="language">The user's language.</param>
    /// <param name="folder">The workspace.</param>
    /// <param name="codebook">The codebook that the user named; null where none.</param>
    public static WorkspaceAnalysis? Read(ScreenLanguage language, string folder, AppliedCodebook? codebook)
    {
        WorkspaceAnalysis? read = null;
        WorkspaceFolder.Use(language, folder, create: false, store =>
        {
            var latest = store.Codebooks().LastOrDefault();
            read = new WorkspaceAnalysis(
                store.Corpus(),
                codebook ?? (latest is null ? CodebookFile.BuiltIn : new AppliedCodebook(CodebookReader.Read(latest.Yaml), latest.Yaml, latest.Sha256)),
                store.Decisions());
            return CommandLine.Done;
        });
        return read;
    }

    /// <summary>Writes the codebook, where it is another than the latest, and the proposals into the workspace, and says so.</summary>
    /// <param name="language">The user's language.</param>
    /// <param name="folder">The workspace.</param>
    /// <param name="findings">What was found.</param>
    /// <returns>The exit code.</returns>
    public int Save(ScreenLanguage language, string folder, AnalysisFindings findings) => WorkspaceFolder.Use(language, folder, create: false, store =>
    {
        var now = DateTimeOffset.Now;
        var latest = store.Codebooks().LastOrDefault();
        CodebookVersion? saved = latest;
        if (latest?.Yaml != Codebook.Text)
        {
            var write = store.SaveCodebook(Codebook.Text, latest?.Version ?? 0, Environment.UserName, now);
            if (write.Outcome == CodebookOutcome.IdUsedBefore)
            {
                return CodebookWriteText.Print(language, write);
            }

            if (!write.Entries.IsEmpty)
            {
                CodebookWriteText.Print(language, write);
            }

            saved = write.Outcome == CodebookOutcome.ChangedMeanwhile ? null : write.Current;
        }

        if (saved is null)
        {
            CommandLine.PrintFailure(language, folder, new BilingualText(
                "分析のあいだにコードブックが変わりました。もう一度 analyze を実行してください。", "The codebook was changed during the analysis. Run analyze again."));
            return CommandLine.Failed;
        }

        var who = "feedbacklab " + ProgramVersion.Text;
        var writes = store.ReplaceProposals(
            [
                .. findings.Comments.SelectMany(c => c.Codings.Where(k => k.State == CodingState.Proposed).Select(k => new StoredCoding(
                    c.Comment.Id, k.Code, CodingState.Proposed, k.Score, k.Evidence, saved.Version, who, now) { Rule = k.Rule })),
            ],
            saved.Version,
            who,
            now);
        Console.Out.WriteLine(language.Pick(
            $"ワークスペース: コードブック 第{saved.Version}版、提案 {writes.Written} 件を書き、{writes.Withdrawn} 件を取り下げました。人が決めた {Decided.Count} 件の意見はそのままです。",
            $"Workspace: codebook version {saved.Version}, {writes.Written} proposals written, {writes.Withdrawn} withdrawn. The {Decided.Count} comments that people decided on stay as they are."));
        return CommandLine.Done;
    });
}
