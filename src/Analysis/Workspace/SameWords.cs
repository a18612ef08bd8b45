using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>The words of a text without what may be corrected in it and leaves them as they are: width, case, white space, punctuation.</summary>
/// <remarks>
/// Question marks stay, since a question is another thing to say, and so do symbols (○, ×, %, －). Between two digits punctuation stays too, and
/// white space counts as one space: 3、4 is not 34, and 1.5 not 15.
/// </remarks>
internal sealed class SameWords
{
    private const string Punctuation = "、。,.・:;!'\"()[]{}「」『』【】〔〕〈〉《》“”‘’…‥";

    // By character of the words: the stretch of the text that it came from.
    private readonly ImmutableArray<TextSpan> _spans;

    private SameWords(string words, ImmutableArray<TextSpan> spans)
    {
        Words = words;
        _spans = spans;
    }

    /// <summary>The words; empty for a text of punctuation alone.</summary>
    public string Words { get; }

    /// <summary>The words of a text.</summary>
    public static SameWords Of(string text)
    {
        var normal = NormalizedText.Of(text);
        var words = new StringBuilder(normal.Text.Length);
        var spans = ImmutableArray.CreateBuilder<TextSpan>(normal.Text.Length);
        for (var i = 0; i < normal.Text.Length;)
        {
            var end = i;
            while (end < normal.Text.Length && (Punctuation.Contains(normal.Text[end], StringComparison.Ordinal) || IsSpace(normal.Text[end])))
            {
                end++;
            }

            if (end > i && i > 0 && end < normal.Text.Length && char.IsAsciiDigit(normal.Text[i - 1]) && char.IsAsciiDigit(normal.Text[end]))
            {
                Between(i, end);
            }

            if (end < normal.Text.Length)
            {
                Add(normal.Text[end] == '~' ? '〜' : normal.Text[end], end);
            }

            i = end + 1;
        }

        return new SameWords(words.ToString(), spans.ToImmutable());

        void Between(int from, int to)
        {
            var before = words.Length;
            for (var i = from; i < to; i++)
            {
                if (!IsSpace(normal.Text[i]))
                {
                    Add(normal.Text[i], i);
                }
            }

            if (words.Length == before)
            {
                Add(' ', from);
            }
        }

        void Add(char c, int at)
        {
            words.Append(c);
            spans.Add(normal.ToOriginal(at, at + 1));
        }
    }

    /// <summary>Stretches of one text as they stand in another of the same words: from their first word's character to their last.</summary>
    /// <param name="spans">The stretches, in order.</param>
    /// <param name="from">The text that they are of.</param>
    /// <param name="to">The other text.</param>
    /// <returns>In order; those without a word are left out, and all of them where the words are others.</returns>
    public static ImmutableArray<TextSpan> Moved(ImmutableArray<TextSpan> spans, SameWords from, SameWords to) => from.Words != to.Words
        ? []
        : TextSpans.Merge(spans.SelectMany(span =>
        {
            var inside = Enumerable.Range(0, from._spans.Length).Where(i => from._spans[i].End > span.Start && from._spans[i].Start < span.End).ToList();
            return inside.Count == 0 ? Enumerable.Empty<TextSpan>() : [new TextSpan(to._spans[inside[0]].Start, to._spans[inside[^1]].End)];
        }), joinsTouching: false);

    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
