using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Privacy;

/// <summary>Attributes that together leave only few respondents a quotation can come from.</summary>
/// <param name="Comment">Id of the comment that is quoted.</param>
/// <param name="Attributes">The fewest attributes that do it, in the order of their names.</param>
/// <param name="Respondents">How many respondents have all of them; 1 points at one.</param>
/// <param name="AreAsked">Whether all of them gave answers; speakers of minutes and whoever wrote a statement did not.</param>
public sealed record IdentifyingCombination(string Comment, ImmutableArray<CommentAttribute> Attributes, int Respondents, bool AreAsked);

/// <summary>Warns where area × disability × quotation points at somebody.</summary>
public static class IdentifyingCombinations
{
    private const int MostTogether = 3;

    /// <summary>The quotations that attributes shown beside them would trace to few respondents.</summary>
    /// <param name="comments">All comments: whom the attributes fit. A comment without a respondent counts as a respondent of its own.</param>
    /// <param name="quoted">Ids of the comments to be quoted.</param>
    /// <param name="shown">Names of the attributes that are shown beside quotations, or that readers know; headings are none.</param>
    /// <param name="smallest">A combination of fewer respondents is told; at least 2.</param>
    /// <returns>For each such quotation the smallest combination (of equals the fewest respondents, then the first by name), in the order of <paramref name="quoted"/>.</returns>
    public static ImmutableArray<IdentifyingCombination> Of(
        IReadOnlyList<Comment> comments, IReadOnlyList<string> quoted, IReadOnlyList<string> shown, int smallest)
    {
        ArgumentNullException.ThrowIfNull(comments);
        ArgumentNullException.ThrowIfNull(quoted);
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentOutOfRangeException.ThrowIfLessThan(smallest, 2);
        var names = shown.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        var respondents = comments
            .GroupBy(c => c.Respondent is null ? "\0" + c.Id : c.Respondent, StringComparer.Ordinal)
            .Select(g => (Attributes: g.SelectMany(c => c.Attributes).Where(a => names.Contains(a.Name)).ToHashSet(), IsAsked: g.Any(c => c.AskedRespondent is not null)))
            .ToList();
        var byId = comments.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var found = ImmutableArray.CreateBuilder<IdentifyingCombination>();
        foreach (var id in quoted)
        {
            if (byId.TryGetValue(id, out var comment) && Smallest(comment, names, respondents, smallest) is { } combination)
            {
                found.Add(combination);
            }
        }

        return found.ToImmutable();
    }

    private static IdentifyingCombination? Smallest(
        Comment comment, ImmutableArray<string> names, List<(HashSet<CommentAttribute> Attributes, bool IsAsked)> respondents, int smallest)
    {
        var own = names.SelectMany(n => comment.Attributes.Where(a => a.Name == n).Take(1)).ToImmutableArray();
        for (var size = 1; size <= Math.Min(MostTogether, own.Length); size++)
        {
            var best = Subsets(own, size)
                .Select(s => (Subset: s, Having: respondents.Where(r => s.All(r.Attributes.Contains)).ToList()))
                .Select(s => new IdentifyingCombination(comment.Id, s.Subset, s.Having.Count, s.Having.TrueForAll(r => r.IsAsked)))
                .Where(c => c.Respondents < smallest)
                .OrderBy(c => c.Respondents)
                .FirstOrDefault();
            if (best is not null)
            {
                return best;
            }
        }

        return null;
    }

    private static IEnumerable<ImmutableArray<CommentAttribute>> Subsets(ImmutableArray<CommentAttribute> all, int size)
    {
        if (size == 0)
        {
            return [[]];
        }

        return Enumerable.Range(0, all.Length - size + 1)
            .SelectMany(first => Subsets(all[(first + 1)..], size - 1).Select(rest => rest.Insert(0, all[first])));
    }
}
