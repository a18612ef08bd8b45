using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes.Codebooks;

/// <summary>Makes a group of comments into a code that a person can go on writing.</summary>
public static class CodeDraft
{
    private const int TermsOfDefinition = 4;

    /// <summary>A code with the group's label as its name, a definition made of its telling terms, and those terms.</summary>
    /// <param name="label">The group's label.</param>
    /// <param name="terms">Its telling terms, strongest first.</param>
    /// <param name="codebook">The codebook that it is for: the id is one that it does not have (found-1, found-2, …).</param>
    /// <returns>The code; nothing in it is anybody's sentence, and no comment is taken as an example before somebody accepts it.</returns>
    public static Code Of(string label, ImmutableArray<string> terms, Codebook codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        var taken = codebook.Codes.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var id = Enumerable.Range(1, taken.Count + 1)
            .Select(n => string.Create(CultureInfo.InvariantCulture, $"found-{n}"))
            .First(i => !taken.Contains(i));
        var telling = terms.Take(TermsOfDefinition).ToList();
        return new Code(
            id,
            new BilingualText(label, label),
            new BilingualText($"{string.Join('、', telling)}などについて。", $"About {string.Join(", ", telling)} and the like."),
            string.Empty,
            string.Empty,
            terms,
            []);
    }
}
