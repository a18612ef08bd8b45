using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Language;

/// <summary>The terms that several threads have counted, as one vocabulary.</summary>
/// <param name="Terms">In ordinal order of their keys: which thread read what changes nothing.</param>
/// <param name="Numbers">By thread, by the thread's number of a term: its index in <paramref name="Terms"/>.</param>
internal sealed record TermVocabulary(ImmutableArray<Term> Terms, int[][] Numbers)
{
    public static TermVocabulary Of(IReadOnlyList<TermColumns> threads)
    {
        var keys = threads.SelectMany(t => t.Keys).ToArray();
        var numbers = threads.Select(t => new int[t.Tallies.Length]).ToArray();
        var owners = new (int Thread, int Term)[keys.Length];
        for (int thread = 0, at = 0; thread < numbers.Length; thread++)
        {
            for (var term = 0; term < numbers[thread].Length; term++)
            {
                owners[at++] = (thread, term);
            }
        }

        var tallies = new List<(string Key, TermTally Tally)>();
        foreach (var i in OrdinalOrder.Of(keys))
        {
            var (thread, term) = owners[i];
            var tally = threads[thread].Tallies[term];
            if (tallies.Count > 0 && tallies[^1].Key == keys[i])
            {
                tallies[^1] = (keys[i], Together(tallies[^1].Tally, tally));
            }
            else
            {
                tallies.Add((keys[i], tally));
            }

            numbers[thread][term] = tallies.Count - 1;
        }

        var displays = Displays(threads, numbers, tallies.Count);
        return new TermVocabulary(
            [.. tallies.Select((t, i) => new Term(t.Key, displays[i], t.Tally.Kind, t.Tally.IsTemplate, t.Tally.IsPredicate, t.Tally.Comments))],
            numbers);
    }

    private static TermTally Together(TermTally one, TermTally other) => new(
        one.Comments + other.Comments,
        -1,
        one.Kind < other.Kind ? one.Kind : other.Kind,
        one.IsTemplate && other.IsTemplate,
        one.IsPredicate && other.IsPredicate);

    // The form of each term that is written most often; of equals the shortest, then the first in ordinal order.
    private static string[] Displays(IReadOnlyList<TermColumns> threads, int[][] numbers, int terms)
    {
        var forms = new List<(int Term, string Form, int Count)>();
        for (var thread = 0; thread < numbers.Length; thread++)
        {
            string[] shown = [.. threads[thread].Shown];
            foreach (var (key, count) in threads[thread].Forms())
            {
                forms.Add((numbers[thread][(int)(key >> 32)], shown[(int)key], count));
            }
        }

        // By term; what one thread has counted and another stands side by side.
        forms.Sort((a, b) => a.Term != b.Term ? a.Term.CompareTo(b.Term) : string.CompareOrdinal(a.Form, b.Form));
        var displays = new string[terms];
        var most = new int[terms];
        for (var i = 0; i < forms.Count;)
        {
            var (term, form, count) = forms[i];
            for (i++; i < forms.Count && forms[i].Term == term && forms[i].Form == form; i++)
            {
                count += forms[i].Count;
            }

            if (count > most[term] || (count == most[term] && form.Length < displays[term].Length))
            {
                (displays[term], most[term]) = (form, count);
            }
        }

        return displays;
    }
}
