using System.Collections.Frozen;
using System.Collections.Immutable;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes.Codebooks;

namespace FeedbackLab.Analysis.Themes;

/// <summary>Where a whole term of a code (or item of its name or of what is in) stands in a comment: all its words, close together.</summary>
internal sealed class CodeCues
{
    // All words of a phrase must stand within this many words of each other, whatever stands between.
    private const int Window = 8;

    private static readonly char[] Separators = ['、', '，', ',', '・', '／', '/', '。'];

    private readonly TokenizedCorpus _corpus;

    // By the first term of a phrase: the code and the terms of the phrase.
    private readonly FrozenDictionary<int, ImmutableArray<(int Code, ImmutableArray<int> Terms)>> _phrases;

    private CodeCues(TokenizedCorpus corpus, IEnumerable<(int Code, ImmutableArray<int> Terms)> phrases)
    {
        _corpus = corpus;
        _phrases = phrases.GroupBy(p => p.Terms[0]).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray());
    }

    public static CodeCues Of(TokenizedCorpus corpus, Codebook codebook, TextTerms reader)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var id = 0; id < corpus.Terms.Length; id++)
        {
            ids.Add(corpus.Terms[id].Key, id);
        }

        return new CodeCues(
            corpus,
            codebook.Codes.SelectMany((c, code) => Texts(c).Select(t => (code, Phrase(t, ids, reader))).Where(p => !p.Item2.IsEmpty)));
    }

    /// <summary>Tells of each code whether a whole term of it stands in a comment.</summary>
    /// <param name="comment">The comment's number.</param>
    /// <param name="codes">One entry a code.</param>
    public void Of(int comment, Span<bool> codes)
    {
        codes.Clear();
        var uses = _corpus.Comments[comment].Terms.AsSpan();
        foreach (ref readonly var first in uses)
        {
            if (_phrases.TryGetValue(first.Term, out var phrases))
            {
                foreach (var (code, terms) in phrases)
                {
                    codes[code] = codes[code] || StandTogether(terms, first.Position, uses);
                }
            }
        }
    }

    private static bool StandTogether(ImmutableArray<int> terms, int position, ReadOnlySpan<TermUse> uses)
    {
        foreach (var term in terms)
        {
            var isThere = false;
            foreach (ref readonly var use in uses)
            {
                isThere |= use.Term == term && Math.Abs(use.Position - position) <= Window;
            }

            if (!isThere)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What must stand together in a comment for a term to be there whole; none where it is no word of its own, or only template words.</summary>
    /// <param name="text">The term.</param>
    /// <param name="reader">The way from a text to its terms.</param>
    public static ImmutableArray<TermOccurrence> Whole(string text, TextTerms reader)
    {
        // A word with a prefix or a suffix is meant as that compound (企業側 is not every 企業); a word that is only a part of what
        // was written says something else without the rest (希望 without しない).
        var read = reader.Read(text.Trim()).Terms;
        var words = read.Where(t => t.Kind == TermKind.Word).ToList();
        var terms = words.Count > 1
            ? words
            : read.OrderByDescending(t => t.Kind).Take(1).Where(t => t.Span.End - t.Span.Start >= text.Trim().Length).ToList();
        return terms.Exists(t => !t.IsTemplate) ? [.. terms] : [];
    }

    /// <summary>The items of what is in, as people list them.</summary>
    /// <param name="text">The list.</param>
    public static string[] Items(string text) => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<string> Texts(Code code) => code.Terms.Concat(Items(code.Name.Ja)).Concat(Items(code.Include));

    private static ImmutableArray<int> Phrase(string text, Dictionary<string, int> ids, TextTerms reader)
    {
        var terms = Whole(text, reader);
        return terms.All(t => ids.ContainsKey(t.Key)) ? [.. terms.Select(t => ids[t.Key]).Distinct()] : [];
    }
}
