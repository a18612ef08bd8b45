using System.Globalization;
using FeedbackLab.Analysis.Index;

namespace FeedbackLab.Analysis.Tests.Index;

/// <summary>A comment made of numbers, so that a failing one shrinks.</summary>
internal sealed record ModelComment(string Id, IndexDocument Document, string[] Pieces)
{
    private static readonly string[] Words = ["引", "引継", "引継ぎ", "ぎ", "の", "書", "の書", "継ぎ", "ab", "a", "b", "\uD800"];

    public static string Word(int number) => Words[(int)((uint)number % Words.Length)];

    /// <summary>The comment that some numbers say: respondent, year, themes, then a token each.</summary>
    public static ModelComment Of(string id, int[] numbers)
    {
        var tokens = new List<IndexToken>();
        var terms = new List<IndexTerm>();
        var pieces = new List<string> { "" };
        var at = 0;
        foreach (var number in numbers.Skip(3))
        {
            var kind = (uint)number / (uint)Words.Length % 8;
            if (kind == 7)
            {
                // A gap in the text, over which no string reaches.
                at += 2;
                pieces.Add("");
            }

            var word = Word(number);
            terms.Add(new IndexTerm(word, tokens.Count));
            if (kind == 6)
            {
                terms.Add(new IndexTerm(Word(number / 8), tokens.Count));
            }
            else if (kind == 5)
            {
                terms.Add(new IndexTerm(word + "語", tokens.Count, 2));
            }

            tokens.Add(new IndexToken(word, at, at + word.Length));
            pieces[^1] += word;
            at += word.Length;
        }

        var facets = new List<FacetValue>();
        if (numbers.Length > 0 && numbers[0] % 7 != 0)
        {
            var who = "r" + (numbers[0] & 7).ToString(CultureInfo.InvariantCulture);
            facets.Add(new FacetValue(FacetNames.Respondent, who));
            if (numbers[0] % 5 != 0)
            {
                facets.Add(new FacetValue(FacetNames.AskedRespondent, who));
            }
        }

        if (numbers.Length > 1)
        {
            facets.Add(new FacetValue(FacetNames.Year, (2015 + (numbers[1] & 7)).ToString(CultureInfo.InvariantCulture)));
        }

        for (var theme = 0; numbers.Length > 2 && theme < 3; theme++)
        {
            if ((numbers[2] >> theme & 1) != 0)
            {
                facets.Add(new FacetValue("theme", "t" + theme.ToString(CultureInfo.InvariantCulture)));
            }
        }

        return new ModelComment(id, new IndexDocument(id, [.. terms], [.. tokens], [tokens.Count], [.. facets]), [.. pieces]);
    }
}
