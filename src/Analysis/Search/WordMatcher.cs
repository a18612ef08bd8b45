using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Search;

/// <summary>Finds where a word of a query stands in the comments of a corpus.</summary>
/// <param name="corpus">The comments with their terms.</param>
/// <param name="reader">The way from a text to its terms.</param>
internal sealed class WordMatcher(TokenizedCorpus corpus, TextTerms reader)
{
    // Between the words of a compound only one other word may stand (引継ぎの時期 for 引継ぎ時期).
    private const int Gap = 2;

    private readonly Dictionary<string, int> _ids = Ids(corpus);

    /// <summary>The stretches of each comment that match a word, merged; one entry a comment.</summary>
    public ImmutableArray<TextSpan>[] Matches(SearchWord word)
    {
        var (normalized, terms) = reader.Read(word.Text);
        var keys = word.IsPhrase ? [] : terms.Where(t => t.Kind == TermKind.Word).OrderBy(t => t.Position).Select(t => t.Key).ToList();
        var ids = keys.TrueForAll(_ids.ContainsKey) ? keys.ConvertAll(k => _ids[k]) : [];
        return
        [
            .. corpus.Comments.Select(c => TextSpans.Merge(
                Literal(c.Normalized, normalized.Text).Concat(Runs(c.Terms, ids)))),
        ];
    }

    private static Dictionary<string, int> Ids(TokenizedCorpus corpus)
    {
        var ids = new Dictionary<string, int>(corpus.Terms.Length, StringComparer.Ordinal);
        for (var id = 0; id < corpus.Terms.Length; id++)
        {
            ids.Add(corpus.Terms[id].Key, id);
        }

        return ids;
    }

    private static IEnumerable<TextSpan> Literal(NormalizedText text, string word)
    {
        for (var at = 0; word.Length > 0 && (at = text.Text.IndexOf(word, at, StringComparison.Ordinal)) >= 0; at += word.Length)
        {
            if (IsWhole(text.Text, at, at + word.Length))
            {
                yield return text.ToOriginal(at, at + word.Length);
            }
        }
    }

    // A Latin word or a number is not found inside a longer one.
    private static bool IsWhole(string text, int start, int end) =>
        (start == 0 || !char.IsAsciiLetterOrDigit(text[start]) || !char.IsAsciiLetterOrDigit(text[start - 1]))
        && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end - 1]) || !char.IsAsciiLetterOrDigit(text[end]));

    private static IEnumerable<TextSpan> Runs(ImmutableArray<TermUse> terms, List<int> ids)
    {
        if (ids.Count == 0)
        {
            yield break;
        }

        foreach (var first in terms.Where(t => t.Term == ids[0]))
        {
            var last = first;
            var complete = true;
            foreach (var id in ids.Skip(1))
            {
                var next = terms.FirstOrDefault(
                    t => t.Term == id && t.Position > last.Position && t.Position <= last.Position + Gap,
                    new TermUse(-1, default, 0));
                complete = next.Term == id;
                if (!complete)
                {
                    break;
                }

                last = next;
            }

            if (complete)
            {
                yield return new TextSpan(first.Span.Start, last.Span.End);
            }
        }
    }
}
