using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes;

namespace FeedbackLab.Analysis.Voices;

/// <summary>Chooses the quotations of each theme: central, of many speakers, one that sees it otherwise; docs/methods/voices.md.</summary>
/// <remarks>The same findings, words and options give the same choice, whatever the order of the rows.</remarks>
public static class VoiceSelection
{
    /// <summary>What a comment whose first code is another one weighs.</summary>
    private const double OtherFirst = 0.7;

    /// <summary>What a comment that has to be cut weighs.</summary>
    private const double Cut = 0.8;

    /// <summary>How much likeness to what is quoted already takes away (maximal marginal relevance, Carbonell and Goldstein 1998).</summary>
    private const double Repetition = 0.3;

    /// <summary>A theme with fewer comments has no majority to see it otherwise than.</summary>
    private const int FewestForDissent = 4;

    private const int Decimals = 4;

    /// <summary>The quotations of each theme.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="terms">The terms of their comments, in any order.</param>
    /// <param name="options">How many, how long, which not.</param>
    /// <returns>One entry a theme, in the findings' order.</returns>
    /// <exception cref="ArgumentException">An option is out of range; the message names all that are.</exception>
    public static ImmutableArray<ThemeVoices> Of(AnalysisFindings findings, TokenizedCorpus terms, VoiceOptions options)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Failures() is { IsEmpty: false } failures)
        {
            throw new ArgumentException(string.Join(' ', failures.Select(f => f.En)), nameof(options));
        }

        // Of many comments most may carry no theme: only those that do get a row.
        var carrying = findings.Themes.SelectMany(t => t.CommentIds).ToHashSet(StringComparer.Ordinal);
        int[] numbers = [.. Enumerable.Range(0, terms.Comments.Length).Where(i => carrying.Contains(terms.Comments[i].Comment.Id))];
        var weights = TermWeighting.Words(terms, numbers);
        var rows = numbers.Select((c, i) => (terms.Comments[c].Comment.Id, Row: i)).ToDictionary(c => c.Id, c => c.Row, StringComparer.Ordinal);
        var consent = QuotationConsent.Of(findings.Comments.Select(c => c.Comment), options.Consent);
        var comments = findings.Comments.Where(c => carrying.Contains(c.Comment.Id)).ToDictionary(c => c.Comment.Id, StringComparer.Ordinal);
        return AtOnce.Made(findings.Themes.Length, t => Choose(findings.Themes[t], comments, weights, rows, consent, options));
    }

    private static ThemeVoices Choose(
        ThemeFinding theme,
        Dictionary<string, AnalysedComment> comments,
        SparseMatrix weights,
        Dictionary<string, int> rows,
        QuotationConsent consent,
        VoiceOptions options)
    {
        var carrying = theme.CommentIds.Select(id => comments[id]).ToList();
        var centralities = Centralities(carrying, weights, rows);
        var allowed = carrying.Where(c => consent.Allows(c.Comment)).ToList();
        var candidates = allowed
            .Where(c => !options.Banned.Contains(c.Comment.Id, StringComparer.Ordinal))
            .Select(c => Candidate.Of(c, theme.Code.Id, centralities[c.Comment.Id], rows[c.Comment.Id], options))
            .OfType<Candidate>()
            .OrderByDescending(c => c.Weight)
            .ThenBy(c => c.Comment.Comment.Text, StringComparer.Ordinal)
            .ThenBy(c => c.Comment.Comment.Respondent, StringComparer.Ordinal)
            .ThenBy(c => c.Comment.Comment.Year)
            .ThenBy(c => c.Comment.Comment.Id, StringComparer.Ordinal)
            .ToList();
        var chosen = new List<(Candidate Candidate, VoiceReason Reason)>();
        chosen.AddRange(options.Pinned
            .Select(id => candidates.Find(c => c.Comment.Comment.Id == id))
            .OfType<Candidate>()
            .Select(c => (c, VoiceReason.Pinned)));
        candidates.RemoveAll(c => c.Comment.Comment.Text.Length < options.Shortest || chosen.Exists(v => v.Candidate == c));
        var other = options.Dissent && options.Count - chosen.Count >= 2 ? Otherwise(candidates, carrying, centralities, theme.Code.Id) : null;
        if (other is { } dissent)
        {
            candidates.Remove(dissent.Candidate);
        }

        while (chosen.Count + (other is null ? 0 : 1) < options.Count && candidates.Count > 0)
        {
            var next = Next(candidates, chosen.Select(c => c.Candidate), other?.Candidate, weights);
            chosen.Add((next, VoiceReason.Central));
            candidates.Remove(next);
        }

        if (other is { } last)
        {
            chosen.Add(last);
        }

        return new ThemeVoices(
            theme.Code.Id,
            [.. chosen.Select(c => new Voice(c.Candidate.Comment.Comment.Id, c.Reason, c.Candidate.Part, c.Candidate.Centrality))],
            carrying.Count - allowed.Count);
    }

    // cos(comment, mean of the speakers' means): who says much does not decide alone what the theme is about.
    private static Dictionary<string, double> Centralities(List<AnalysedComment> carrying, SparseMatrix weights, Dictionary<string, int> rows)
    {
        var centre = new double[weights.Columns];
        foreach (var speaker in carrying.GroupBy(c => Speaker(c), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var said = speaker.OrderBy(c => c.Comment.Text, StringComparer.Ordinal).ThenBy(c => c.Comment.Id, StringComparer.Ordinal).ToList();
            foreach (var comment in said)
            {
                var columns = weights.ColumnsOf(rows[comment.Comment.Id]);
                var values = weights.ValuesOf(rows[comment.Comment.Id]);
                for (var p = 0; p < columns.Length; p++)
                {
                    centre[columns[p]] += values[p] / said.Count;
                }
            }
        }

        var length = Math.Sqrt(centre.Sum(v => v * v));
        return carrying.ToDictionary(
            c => c.Comment.Id,
            c => length == 0 ? 0 : Math.Round(Math.Min(1, weights.Dot(rows[c.Comment.Id], centre) / length), Decimals),
            StringComparer.Ordinal);
    }

    private static Candidate Next(List<Candidate> candidates, IEnumerable<Candidate> chosen, Candidate? reserved, SparseMatrix weights)
    {
        var quoted = (reserved is null ? chosen : chosen.Append(reserved)).ToList();
        return candidates
            .OrderBy(c => quoted.Count(q => Speaker(q.Comment) == Speaker(c.Comment)))
            .ThenByDescending(c => Math.Round(c.Weight - (Repetition * quoted.Select(q => Likeness(weights, q.Row, c.Row)).DefaultIfEmpty(0).Max()), Decimals))
            .First();
    }

    // Judges otherwise than most; else surely of the theme, but less than half as near to what is said of it as is usual.
    private static (Candidate Candidate, VoiceReason Reason)? Otherwise(
        List<Candidate> candidates, List<AnalysedComment> carrying, Dictionary<string, double> centralities, string code)
    {
        if (carrying.Count < FewestForDissent)
        {
            return null;
        }

        var firsts = carrying.Where(c => c.Codings[0].Code == code).Select(c => c.Codings[0].Score).Order().ToList();
        var sureScore = firsts.Count == 0 ? double.PositiveInfinity : firsts[firsts.Count / 2];
        var sure = candidates.Where(c => c.IsDecided || (c.IsFirst && c.Score >= sureScore)).ToList();
        var majority = Stance.Majority(carrying.Select(Stance.Of));
        if (majority != 0 && sure.Find(c => Stance.Of(c.Comment) == -majority) is { } dissenting)
        {
            return (dissenting, VoiceReason.Dissenting);
        }

        var usual = centralities.Values.Order().ElementAt(centralities.Count / 2);
        return sure.Where(c => c.Centrality < usual / 2).MinBy(c => c.Centrality) is { } different ? (different, VoiceReason.Different) : null;
    }

    private static double Likeness(SparseMatrix weights, int one, int other)
    {
        var columns = weights.ColumnsOf(one);
        var values = weights.ValuesOf(one);
        var others = weights.ColumnsOf(other);
        var otherValues = weights.ValuesOf(other);
        var sum = 0.0;
        for (int p = 0, q = 0; p < columns.Length && q < others.Length;)
        {
            if (columns[p] == others[q])
            {
                sum += values[p++] * otherValues[q++];
            }
            else if (columns[p] < others[q])
            {
                p++;
            }
            else
            {
                q++;
            }
        }

        return sum;
    }

    private static string Speaker(AnalysedComment comment) => comment.Comment.Respondent ?? comment.Comment.Meeting ?? comment.Comment.Source;

    private sealed record Candidate(
        AnalysedComment Comment, TextSpan Part, double Centrality, double Weight, double Score, bool IsFirst, bool IsDecided, int Row)
    {
        public static Candidate? Of(AnalysedComment comment, string code, double centrality, int row, VoiceOptions options)
        {
            var coding = comment.Codings.First(c => c.Code == code);
            if (Quoting.Part(comment.Comment.Text, coding.Evidence, options.Longest) is not { } part)
            {
                return null;
            }

            var (isFirst, isDecided) = (comment.Codings[0].Code == code, coding.State is CodingState.Accepted or CodingState.Edited);
            var isWhole = part.End - part.Start >= comment.Comment.Text.Trim().Length;
            var weight = centrality * (isFirst || isDecided ? 1 : OtherFirst) * (isWhole ? 1 : Cut);
            return new Candidate(comment, part, centrality, Math.Round(weight, Decimals), coding.Score, isFirst, isDecided, row);
        }
    }
}
