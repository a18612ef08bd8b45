using System.Collections.Frozen;
using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Language.Filters;

/// <summary>Puts the word that stands for a group of synonyms beside every form of the group, also where a form spans several terms.</summary>
public sealed class SynonymFilter
{
    private readonly FrozenDictionary<string, string> _byForm;
    private readonly int _longest;

    /// <summary>Prepares the groups for matching.</summary>
    /// <param name="groups">Groups of forms; the first stands for all. A form in two groups belongs to the first. Compared as given: normalise them as the text was.</param>
    public SynonymFilter(IEnumerable<IReadOnlyList<string>> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var byForm = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            foreach (var form in group)
            {
                byForm.TryAdd(form, group[0]);
            }
        }

        _byForm = byForm.ToFrozenDictionary(StringComparer.Ordinal);
        _longest = byForm.Keys.Select(f => f.Length).DefaultIfEmpty(0).Max();
    }

    /// <summary>
    /// The terms, with one more (position increment 0) at the first term of every form: its text the group's first form, its span and
    /// its position length those of the words that it stands for. The longest form wins and forms don't overlap; a term that is
    /// itself its group's first form gets none beside it.
    /// </summary>
    /// <param name="terms">The terms; words of a form must touch in the untouched text.</param>
    public ImmutableArray<StreamTerm> Apply(ImmutableArray<StreamTerm> terms)
    {
        var result = ImmutableArray.CreateBuilder<StreamTerm>(terms.Length);
        var covered = 0;
        for (var i = 0; i < terms.Length; i++)
        {
            result.Add(terms[i]);
            if (i < covered || terms[i].PositionIncrement == 0 || Longest(terms, i) is not var (end, text))
            {
                continue;
            }

            covered = end;
            if (end - i > 1 || terms[i].Text != text)
            {
                var positions = 1 + terms.AsSpan()[(i + 1)..end].ToArray().Sum(t => t.PositionIncrement);
                result.Add(terms[i] with
                {
                    Text = text,
                    End = terms[end - 1].End,
                    PositionIncrement = 0,
                    PositionLength = positions,
                    BaseForm = null,
                });
            }
        }

        return result.ToImmutable();
    }

    private (int End, string Text)? Longest(ImmutableArray<StreamTerm> terms, int start)
    {
        (int, string)? longest = null;
        var form = string.Empty;
        var reached = terms[start].Start;
        for (var i = start; i < terms.Length && form.Length < _longest; i++)
        {
            if (i > start && terms[i].PositionIncrement == 0)
            {
                continue; // a term beside another is no further word
            }

            if (terms[i].Start != reached)
            {
                break;
            }

            reached = terms[i].End;
            form += terms[i].Text;
            if (_byForm.TryGetValue(form, out var text))
            {
                longest = (i + 1, text);
            }
        }

        return longest;
    }
}
