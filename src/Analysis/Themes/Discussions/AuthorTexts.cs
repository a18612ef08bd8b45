using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Statistics.Series;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes.Discussions;

/// <summary>Codes what the sources' authors wrote themselves (sentences and headings of discussions, titles of tables) as comments are coded.</summary>
internal static class AuthorTexts
{
    /// <summary>Most comments in whose company the texts are coded: they decide how much a word weighs.</summary>
    private const int MostCompany = 2000;

    private const int MostCodes = 3;

    /// <summary>The codings of each text; empty where the sources have no such texts.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="reader">The way from a text to its terms that the findings came by.</param>
    /// <param name="decided">What people decided, by comment id: the coder learns from it here too.</param>
    public static Dictionary<string, ImmutableArray<Coding>> Coded(
        AnalysisFindings findings, TextTerms reader, IReadOnlyDictionary<string, CodedComment> decided)
    {
        ImmutableArray<string> texts =
        [
            .. findings.Corpus.LeftOut.Where(l => !l.Discussion.IsEmpty).SelectMany(OfDiscussion)
                .Concat(TableSeries.Of(findings.Corpus.Tables).Select(s => s.Title))
                .Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        if (texts.IsEmpty || findings.Codebook.Codes.IsEmpty)
        {
            return [];
        }

        var all = CommentOrder.ByWords(findings.Comments.Select(c => c.Comment)).ToList();
        var step = Math.Max(1, (all.Count + MostCompany - 1) / MostCompany);
        var company = all.Where((_, i) => i % step == 0).ToList();
        var place = new Place(1, 1);
        var corpus = TokenizedCorpus.Of(
            [.. company, .. texts.Select(t => new Comment(t, string.Empty, CommentKind.Report, null, null, null, null, place, t, []))], reader);
        var decisions = Enumerable.Range(0, company.Count).Where(i => decided.ContainsKey(company[i].Id)).ToDictionary(i => i, i => decided[company[i].Id]);
        var proposals = Coder.Of(corpus, findings.Codebook, reader).Propose(decisions, MostCodes);
        return texts.Select((t, i) => (t, proposals[company.Count + i].Codings)).ToDictionary(p => p.t, p => p.Codings, StringComparer.Ordinal);
    }

    private static IEnumerable<string> OfDiscussion(LeftOut passage) =>
        SentenceSplitter.Split(passage.Text).Select(s => passage.Text[s.Start..s.End]).Concat(passage.Discussion.Select(h => h.Text));
}
