using System.Runtime.InteropServices;

namespace FeedbackLab.Analysis.Language;

/// <summary>Takes what a walk over the words of a text finds; offsets are those of the normalised copy.</summary>
internal interface ITermSink
{
    /// <summary>A word, or several that stand in the lexicon as one.</summary>
    public void Word(WordEntry word, int start, int end, int position);

    /// <summary>A run of nouns, after its parts.</summary>
    public void Compound(ReadOnlySpan<char> key, bool isTemplate, int start, int end, int position);
}

/// <summary>Finds the terms among the words of a text: content words, lexicon forms, and runs of nouns beside their parts; for one thread.</summary>
/// <param name="lexicon">The words of the field.</param>
internal sealed class TermWalk(Lexicon lexicon)
{
    // From this length on a form of the lexicon counts even where the tokenizer cut it elsewhere: chance matches are short.
    private const int SafeLength = 4;

    private readonly List<FoundWord> _units = [];
    private readonly Dictionary<(string Form, WordEntry? Predicate), WordEntry> _forms = [];
    private readonly List<char> _key = [];

    /// <summary>Gives the terms of a text to a sink, in order; a compound comes after its parts.</summary>
    /// <param name="text">The normalised text.</param>
    /// <param name="words">Its words in order, without overlap.</param>
    /// <param name="sink">Where they go.</param>
    public void Terms<TSink>(string text, ReadOnlySpan<FoundWord> words, ref TSink sink)
        where TSink : ITermSink
    {
        Unite(text, words);
        Repeat(ref sink);
    }

    /// <summary>Gives the terms of the text walked last once more.</summary>
    public void Repeat<TSink>(ref TSink sink)
        where TSink : ITermSink
    {
        var units = CollectionsMarshal.AsSpan(_units);
        for (var i = 0; i < units.Length;)
        {
            var end = RunEnd(units, i);
            for (var j = i; j < end; j++)
            {
                ref readonly var unit = ref units[j];
                if (unit.Entry is { Role: WordRole.Noun or WordRole.NounAlone or WordRole.Predicate, IsStop: false })
                {
                    sink.Word(unit.Entry, unit.Start, unit.End, j);
                }
            }

            if (end - i > 1 && units[end - 1].End - units[i].Start <= TermReader.LongestCompound)
            {
                var isTemplate = true;
                _key.Clear();
                foreach (ref readonly var part in units[i..end])
                {
                    _key.AddRange(part.Entry.Key.AsSpan());
                    isTemplate &= part.Entry.Role != WordRole.Noun || part.Entry.IsTemplate || part.Entry.IsStop;
                }

                var key = CollectionsMarshal.AsSpan(_key);
                sink.Compound(key, isTemplate || lexicon.IsTemplate(key), units[i].Start, units[end - 1].End, i);
            }

            i = end;
        }
    }

    // A Latin word or a number is not cut: "gh" does not stand in "ghq", nor "3年後" in "13年後".
    private static bool IsWhole(string text, int start, int end) =>
        (start == 0 || !char.IsAsciiLetterOrDigit(text[start]) || !char.IsAsciiLetterOrDigit(text[start - 1]))
        && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end - 1]) || !char.IsAsciiLetterOrDigit(text[end]));

    private static bool EndsWord(ReadOnlySpan<FoundWord> words, int at)
    {
        var i = 0;
        while (i < words.Length && words[i].End < at)
        {
            i++;
        }

        return i < words.Length && words[i].End == at;
    }

    private static int RunEnd(ReadOnlySpan<FoundWord> units, int start)
    {
        var end = start + 1;
        if (units[start].Entry.Role is WordRole.Noun or WordRole.Prefix)
        {
            while (end < units.Length && units[end].Entry.Role is WordRole.Noun or WordRole.Suffix && units[end].Start == units[end - 1].End)
            {
                end++;
            }
        }

        return end;
    }

    // The words, those that make up a form of the lexicon united.
    private void Unite(string text, ReadOnlySpan<FoundWord> words)
    {
        _units.Clear();
        var at = 0;
        for (var i = 0; i < words.Length;)
        {
            ref readonly var word = ref words[i];
            if (FormIn(text, Math.Max(at, word.Start), words[i..], out var start) is not { } form)
            {
                if (word.Start >= at)
                {
                    _units.Add(word);
                }

                i++;
                continue;
            }

            at = start + form.Text.Length;
            var isPredicate = word.Entry.Role == WordRole.Predicate && word.Start == start && word.End == at;
            _units.Add(new FoundWord(start, at, EntryOf(form, isPredicate ? word.Entry : null)));
            while (i < words.Length && words[i].End <= at)
            {
                i++;
            }
        }
    }

    // The first, of these the longest, form of the lexicon that begins in the first of some words.
    private LexiconForm? FormIn(string text, int from, ReadOnlySpan<FoundWord> words, out int start)
    {
        for (start = from; start < words[0].End; start++)
        {
            foreach (ref readonly var form in lexicon.FormsFrom(text[start]))
            {
                var end = start + form.Text.Length;
                if (end <= text.Length
                    && text.AsSpan(start, form.Text.Length).SequenceEqual(form.Text)
                    && IsWhole(text, start, end)
                    && (form.Text.Length >= SafeLength || (start == words[0].Start && EndsWord(words, end))))
                {
                    return form;
                }
            }
        }

        return null;
    }

    private WordEntry EntryOf(LexiconForm form, WordEntry? predicate)
    {
        if (!_forms.TryGetValue((form.Text, predicate), out var entry))
        {
            entry = new WordEntry(predicate?.Role ?? WordRole.Noun, form.Key, predicate?.Form ?? form.Text, lexicon);
            _forms.Add((form.Text, predicate), entry);
        }

        return entry;
    }
}
