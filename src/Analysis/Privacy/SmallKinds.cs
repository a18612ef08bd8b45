using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Privacy;

/// <summary>Whether numbers of comments by kind may be told without those of few.</summary>
/// <remarks>
/// A comment is of one kind or several, or a fact and nothing else. So all comments less the facts are those of the other kinds together: as many as their largest at least, as their sum
/// at most. How many there are in all is told.
/// </remarks>
public static class SmallKinds
{
    /// <summary>Whether each hidden kind may have two numbers or more; true where none is hidden.</summary>
    /// <param name="comments">How many comments there are.</param>
    /// <param name="facts">How many are facts, 0 for none; null where that is hidden.</param>
    /// <param name="others">How many are of each other kind that there is; null where that is hidden.</param>
    /// <param name="smallest">Hidden numbers are taken for 1 to below this one, as where nobody says two things.</param>
    public static bool AreFree(int comments, int? facts, ImmutableArray<int?> others, int smallest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(smallest, 2);
        var values = others.Add(facts);
        var found = Enumerable.Range(0, values.Length).Select(_ => new HashSet<int>()).ToList();
        Fill([]);
        return values.Select((v, i) => v is not null || found[i].Count > 1).All(free => free);

        void Fill(ImmutableArray<int> numbers)
        {
            if (numbers.Length < values.Length)
            {
                foreach (var number in values[numbers.Length] is { } told ? [told] : Enumerable.Range(1, smallest - 1))
                {
                    Fill(numbers.Add(number));
                }
            }
            else if (comments - numbers[^1] is var rest && rest <= numbers[..^1].Sum() && rest >= numbers[..^1].DefaultIfEmpty(0).Max())
            {
                for (var i = 0; i < numbers.Length; i++)
                {
                    found[i].Add(numbers[i]);
                }
            }
        }
    }
}
