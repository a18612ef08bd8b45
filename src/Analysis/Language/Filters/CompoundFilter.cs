using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Language.Filters;

/// <summary>Puts runs of nouns beside their parts.</summary>
public static class CompoundFilter
{
    /// <summary>
    /// The terms with a compound at the position of the first word of every maximal run of at least two nouns: KH Coder's rule for
    /// noun phrases. Numerals and counters end a run, a prefix before a noun joins it, a suffix goes on with it but never starts it;
    /// dependent nouns and pronouns are outside. The words of a run must touch in the untouched text.
    /// </summary>
    /// <param name="terms">The terms, as <see cref="StreamTerm"/>s of words: filters that rewrite texts come after this one.</param>
    /// <param name="longest">Longest compound in UTF-16 code units; a longer run gets none. At least 2.</param>
    public static ImmutableArray<StreamTerm> AddCompounds(ImmutableArray<StreamTerm> terms, int longest = TermReader.LongestCompound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 2);
        var result = ImmutableArray.CreateBuilder<StreamTerm>(terms.Length);
        for (var i = 0; i < terms.Length;)
        {
            var end = RunEnd(terms, i);
            result.Add(terms[i]);
            if (end - i > 1 && terms[end - 1].End - terms[i].Start <= longest)
            {
                var run = terms.AsSpan()[i..end].ToArray();
                result.Add(new StreamTerm(
                    string.Concat(run.Select(t => t.Text)), run[0].Start, run[^1].End, 0, run.Length, "名詞-複合", null));
            }

            for (i++; i < end; i++)
            {
                result.Add(terms[i]);
            }
        }

        return result.ToImmutable();
    }

    private static int RunEnd(ImmutableArray<StreamTerm> terms, int start)
    {
        if (!NounRule.IsNoun(terms[start].PartOfSpeech) && !NounRule.IsPrefix(terms[start].PartOfSpeech))
        {
            return start + 1;
        }

        var end = start + 1;
        while (end < terms.Length
            && terms[end].PositionIncrement == 1
            && terms[end].Start == terms[end - 1].End
            && (NounRule.IsNoun(terms[end].PartOfSpeech) || NounRule.IsSuffix(terms[end].PartOfSpeech)))
        {
            end++;
        }

        return end;
    }
}
