using System.Collections.Immutable;
using FeedbackLab.Analysis;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Privacy;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Reports.Content;
using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Viewer.Commands.Privacy;

/// <summary>The gate of a report that leaves the council: names masked by the workspace's key, small counts hidden.</summary>
internal static class MaskedPublication
{
    /// <summary>Counts of respondents from 1 to below this are not told.</summary>
    public const int Smallest = 3;

    /// <summary>The gate; null where doubtful names are open and the user did not insist, after that was said.</summary>
    /// <param name="language">The user's language.</param>
    /// <param name="store">The workspace that holds the key.</param>
    /// <param name="findings">What is to be published.</param>
    /// <param name="force">Whether doubtful names that nobody looked at do not stop it; they are masked.</param>
    public static PublishedText? Of(ScreenLanguage language, WorkspaceStore store, AnalysisFindings findings, bool force)
    {
        var words = PrivacyWords.Default;
        var review = Publication.Review(findings, store.NameDecisions(), words);
        if (review.Count(e => e.IsOpen) is > 0 and var open)
        {
            CommandLine.PrintFailure(language, string.Empty, force
                ? new BilingualText(
                    $"お知らせ: 名前かもしれない語で、誰も確認していないものが {open} 件あります。すべて仮名にして書き出します。",
                    $"Notice: nobody looked at {open} doubtful names. All of them are masked.")
                : new BilingualText(
                    $"名前かもしれない語が {open} 件、まだ確認されていません。feedbacklab privacy list --open で見て、privacy mask か privacy leave で決めてください。確認せずにすべて仮名にして出すには --force を付けます。",
                    $"Nobody has looked at {open} doubtful names. See feedbacklab privacy list --open and decide with privacy mask or privacy leave; --force publishes with all of them masked."));
            if (!force)
            {
                return null;
            }
        }

        return Of(store, findings, review);
    }

    /// <summary>Notes a report that was written for publication.</summary>
    /// <param name="store">The workspace.</param>
    /// <param name="findings">What was published.</param>
    /// <returns>What to say where one noted before counts nearly the same respondents; empty where none does.</returns>
    public static ImmutableArray<BilingualText> Note(WorkspaceStore store, AnalysisFindings findings)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(findings);

        // Speakers of minutes as well: the comments are counted too.
        ImmutableArray<string> who = [.. findings.Respondents.Union(findings.Comments.Select(c => c.Comment.Respondent).OfType<string>(), StringComparer.Ordinal)];
        var near = store.PublicationsNear(who, Smallest);
        store.NotePublication(who, WorkspaceSession.User, DateTimeOffset.Now);
        return near is [.., var last]
            ? [new BilingualText(
                $"{last.When:yyyy-MM-dd} に公表用につくった報告書とは、回答者が {last.Differing} 者だけ違います。二つを並べると、その回答者が何を挙げたかが数の差から分かります。前のものをもう渡しているなら、これは出さないでください。",
                $"The report made for publication on {last.When:yyyy-MM-dd} counts all but {last.Differing} of the same respondents: beside each other, the two tell what these said. Where that one is out, do not publish this one.")]
            : [];
    }

    /// <summary>The gate: what is doubtful and open is masked too.</summary>
    /// <param name="store">The workspace that holds the key.</param>
    /// <param name="findings">What is to be published.</param>
    /// <param name="review">The review list of the findings.</param>
    public static PublishedText Of(WorkspaceStore store, AnalysisFindings findings, ImmutableArray<ReviewEntry> review)
    {
        var words = PrivacyWords.Default;
        var pseudonyms = store.GivePseudonyms([.. Publication.Names(findings, review, words)], Publication.Taken(findings), words);
        var masking = new Masking(review, pseudonyms, words);
        return new PublishedText(f => Publication.Masked(f, masking, words), count => SmallCounts.IsHidden(count.Count, Smallest) ? null : count)
        {
            Smallest = Smallest,
            CommentId = store.PublishedIds(),
        };
    }

    /// <summary>What a workspace holds, as far as names are looked for in it: no themes are needed.</summary>
    /// <param name="store">The workspace.</param>
    public static AnalysisFindings FindingsForReview(WorkspaceStore store)
    {
        var latest = store.Codebooks().LastOrDefault();
        return FeedbackAnalysis.Run(
            store.Corpus(),
            latest is null ? CodebookFile.BuiltIn.Codebook : CodebookReader.Read(latest.Yaml),
            LexiconReader.Default,
            new AnalysisOptions { Clusters = 1, Runs = 1 },
            decided: store.Decisions());
    }
}
