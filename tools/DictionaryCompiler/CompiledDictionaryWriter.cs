using System.Runtime.InteropServices;

namespace FeedbackLab.DictionaryCompiler;

/// <summary>Writes the form that KuromojiDictionary reads: sections of a length in bytes (int32) and the bytes, little-endian, in the order below.</summary>
internal static class CompiledDictionaryWriter
{
    public static void Write(Ipadic dictionary, Stream stream)
    {
        var (words, surfaces) = WordOrder.ByFrequency(dictionary.Words);
        var unknown = dictionary.Unknown.SelectMany(w => w).ToList();
        List<Word> all = [.. dictionary.Words, .. unknown];
        if (all.FirstOrDefault(w => w.LeftId != w.RightId) is { } odd)
        {
            throw new InvalidDataException($"left and right id differ: {odd.Surface}");
        }

        var unknownStart = new List<int> { words.Count };
        foreach (var entries in dictionary.Unknown)
        {
            unknownStart.Add(unknownStart[^1] + entries.Count);
        }

        var pool = new StringPool();
        var features = words.SelectMany(w => Features(w, pool)).ToArray();
        var context = Context(all, pool);
        var spellings = CommonSpellings.Of(dictionary.Words).SelectMany(s => new[] { pool.Add(s.Key), pool.Add(s.Value) }).ToArray();
        var (codes, nodes) = DoubleArrayBuilder.Build(surfaces);

        using var writer = new BinaryWriter(stream);
        Section(writer, codes);
        Section(writer, nodes);
        Section(writer, Costs(words, unknown));
        Section(writer, features);
        Section(writer, context);
        Section(writer, pool.Characters.ToArray());
        Section(writer, ByLeftId(dictionary));
        Section(writer, dictionary.CharacterClasses);
        Section(writer, dictionary.Classes.Select(c => (byte)((c.Invokes ? 1 : 0) | (c.Groups ? 2 : 0) | (c.Name.StartsWith("KANJI", StringComparison.Ordinal) ? 4 : 0))).ToArray());
        Section(writer, unknownStart.ToArray());
        Section(writer, spellings);
    }

    // Context id and cost by turns; the last word of a surface is marked in the highest bit of the context id.
    private static short[] Costs(List<Word> known, List<Word> unknown)
    {
        var costs = new List<short>();
        for (var i = 0; i < known.Count; i++)
        {
            var isLast = i + 1 == known.Count || known[i + 1].Surface != known[i].Surface;
            costs.Add(unchecked((short)(known[i].LeftId | (isLast ? 0x8000 : 0))));
            costs.Add((short)known[i].Cost);
        }

        costs.AddRange(unknown.SelectMany(w => new[] { (short)w.LeftId, (short)w.Cost }));
        return [.. costs];
    }

    // Base form, reading, pronunciation; −1 where Lucene gives none (base) or derives it from the surface (reading, pronunciation).
    private static IEnumerable<int> Features(Word word, StringPool pool)
    {
        var (baseForm, reading, pronunciation) = (word.Features[6], word.Features[7], word.Features[8]);
        var katakana = string.Concat(word.Surface.Select(c => c is > '\u3040' and < '\u3097' ? (char)(c + 0x60) : c));
        yield return baseForm == "*" || baseForm == word.Surface ? -1 : pool.Add(baseForm);
        yield return reading == "*" || reading == katakana ? -1 : pool.Add(reading);
        yield return pronunciation == "*" || pronunciation == reading ? -1 : pool.Add(pronunciation);
    }

    // Part of speech, inflection type and inflection form go with the context id, as in Lucene's dictionary.
    private static int[] Context(List<Word> words, StringPool pool)
    {
        var context = Enumerable.Repeat(-1, 3 * (words.Max(w => w.LeftId) + 1)).ToArray();
        foreach (var word in words.AsEnumerable().Reverse())
        {
            context[3 * word.LeftId] = pool.Add(string.Join('-', word.Features.Take(4).TakeWhile(f => f != "*")));
            context[(3 * word.LeftId) + 1] = word.Features[4] == "*" ? -1 : pool.Add(word.Features[4]);
            context[(3 * word.LeftId) + 2] = word.Features[5] == "*" ? -1 : pool.Add(word.Features[5]);
        }

        return context;
    }

    // A word has one left id and many predecessors: the costs of a left id stand together.
    private static short[] ByLeftId(Ipadic dictionary)
    {
        var costs = new short[dictionary.Rows * dictionary.Columns];
        for (var right = 0; right < dictionary.Rows; right++)
        {
            for (var left = 0; left < dictionary.Columns; left++)
            {
                costs[(left * dictionary.Rows) + right] = dictionary.Connections[(right * dictionary.Columns) + left];
            }
        }

        return costs;
    }

    private static void Section<T>(BinaryWriter writer, T[] values)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values.AsSpan());
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    private sealed class StringPool
    {
        private readonly Dictionary<string, int> _offsets = new(StringComparer.Ordinal);

        public List<char> Characters { get; } = [];

        public int Add(string text)
        {
            if (!_offsets.TryGetValue(text, out var offset))
            {
                offset = Characters.Count;
                _offsets.Add(text, offset);
                Characters.Add((char)text.Length);
                Characters.AddRange(text);
            }

            return offset;
        }
    }
}
