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
    private readonly ImmutableArray<ImmutableArray<ImmutableArray<int>>> _phrases;

    private CodeCues(TokenizedCorpus corpus, ImmutableArray<ImmutableArray<ImmutableArray<int>>> phrases)
    {
        _corpus = corpus;
        _phrases = phrases;
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
            [.. codebook.Codes.Select(c => Texts(c).Select(t => Phrase(t, ids, reader)).Where(p => !p.IsEmpty).ToImmutableArray())]);
    }

    public bool Has(int comment, int code)
    {
        var terms = _corpus.Comments[comment].Terms;
        foreach (var phrase in _phrases[code])
        {
            foreach (var first in terms)
            {
                if (first.Term == phrase[0]
                    && phrase.All(k => terms.Any(t => t.Term == k && Math.Abs(t.Position - first.Position) <= Window)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static IEnumerable<string> Texts(Code code) =>
        code.Terms.Concat(code.Name.Ja.Split(Separators)).Concat(code.Include.Split(Separators));

    private static ImmutableArray<int> Phrase(string text, Dictionary<string, int> ids, TextTerms reader)
    {
        // A word with a prefix or a suffix is meant as that compound (企業側 is not every 企業); a word that is only a part of what
        // was written says something else without the rest (希望 without しない).
        var read = reader.Read(text.Trim()).Terms;
        var words = read.Where(t => t.Kind == TermKind.Word).ToList();
        var terms = words.Count > 1
            ? words
            : read.OrderByDescending(t => t.Kind).Take(1).Where(t => t.Span.End - t.Span.Start >= text.Trim().Length).ToList();
        return terms.Exists(t => !t.IsTemplate) && terms.TrueForAll(t => ids.ContainsKey(t.Key))
            ? [.. terms.Select(t => ids[t.Key]).Distinct()]
            : [];
    }
}
