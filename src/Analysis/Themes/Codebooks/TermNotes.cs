using System.Collections.Immutable;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes.Codebooks;

/// <summary>What is worth knowing of a code's terms: nothing wrong, but they do less, or more, than it looks.</summary>
/// <param name="Code">The code's id.</param>
/// <param name="Denied">Terms that end in a denial, which is not read: they are never found whole, or where nothing is denied too.</param>
/// <param name="Shared">Terms that are read as one of another code is, each with that code's id and its term.</param>
/// <param name="Unused">Terms that stand in no comment, all words of a phrase close together.</param>
/// <param name="UnusedInclude">Items of what is in of which no comment has a single word.</param>
public sealed record TermNotes(
    string Code,
    ImmutableArray<string> Denied,
    ImmutableArray<(string Term, string Other, string OtherTerm)> Shared,
    ImmutableArray<string> Unused,
    ImmutableArray<string> UnusedInclude)
{
    private static readonly HashSet<string> Denials = new(["ない", "無い", "ぬ", "ん", "ず", "なし", "無し"], StringComparer.Ordinal);

    /// <summary>The notes, by the codebook's order; codes without any are left out.</summary>
    /// <param name="codebook">The codebook.</param>
    /// <param name="comments">The comments; without any nothing is said of what they lack.</param>
    /// <param name="reader">The way from a text to its terms.</param>
    public static ImmutableArray<TermNotes> Of(Codebook codebook, IReadOnlyList<Comment> comments, TextTerms reader)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(comments);
        ArgumentNullException.ThrowIfNull(reader);
        var keys = codebook.Codes.SelectMany(c => c.Terms).Distinct(StringComparer.Ordinal)
            .ToDictionary(t => t, t => string.Join('\n', CodeCues.Whole(t, reader).Select(w => w.Key)), StringComparer.Ordinal);
        var corpus = TokenizedCorpus.Of(comments, reader);
        var known = corpus.Terms.Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        var whole = keys.Keys.Where(t => keys[t].Length > 0).ToImmutableArray();
        var unused = comments.Count == 0 ? [] : whole.Except(Standing(corpus, whole, reader), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. codebook.Codes
                .Select((code, i) => new TermNotes(
                    code.Id,
                    [.. code.Terms.Where(t => IsDenied(t, reader))],
                    [.. code.Terms.SelectMany(t => Twins(t, codebook.Codes[..i], keys).Take(1))],
                    [.. code.Terms.Where(unused.Contains)],
                    [.. comments.Count == 0 ? [] : CodeCues.Items(code.Include).Where(HasNoWord)]))
                .Where(n => !n.Denied.IsEmpty || !n.Shared.IsEmpty || !n.Unused.IsEmpty || !n.UnusedInclude.IsEmpty),
        ];

        bool HasNoWord(string item)
        {
            var own = reader.Read(item).Terms.Where(t => !t.IsTemplate).ToList();
            return own.Count > 0 && own.TrueForAll(t => !known.Contains(t.Key));
        }
    }

    // The same characters are a warning of the check.
    private static IEnumerable<(string Term, string Other, string OtherTerm)> Twins(string term, ImmutableArray<Code> before, Dictionary<string, string> keys) =>
        from code in before
        from other in code.Terms
        where other != term && keys[term].Length > 0 && keys[term] == keys[other]
        select (term, code.Id, other);

    private static bool IsDenied(string term, TextTerms reader) =>
        reader.Morphemes(NormalizedText.Of(term).Text) is [.., { BaseForm: var last }] words && words.Count > 1 && Denials.Contains(last);

    // Those of some terms that stand in a comment, each looked for as a code of its own.
    private static IEnumerable<string> Standing(TokenizedCorpus corpus, ImmutableArray<string> terms, TextTerms reader)
    {
        var none = new BilingualText(string.Empty, string.Empty);
        var cues = CodeCues.Of(corpus, new Codebook(string.Empty, [.. terms.Select(t => new Code(t, none, none, string.Empty, string.Empty, [t], []))]), reader);
        var (found, here) = (new bool[terms.Length], new bool[terms.Length]);
        for (var comment = 0; comment < corpus.Comments.Length; comment++)
        {
            cues.Of(comment, here);
            for (var t = 0; t < here.Length; t++)
            {
                found[t] |= here[t];
            }
        }

        return terms.Where((_, t) => found[t]);
    }
}
