using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace FeedbackLab.DictionaryCompiler;

/// <summary>Reads the compressed tables of the npm package kuromoji 0.1.2 and makes them what Lucene's Kuromoji has.</summary>
internal static class IpadicReader
{
    private const int FeatureCount = 9;
    private const int EntrySize = 10;

    // IPADIC's files by the parts of speech that they hold; the first that fits counts.
    private static readonly (string PartOfSpeech, string File)[] SourceFiles =
    [
        ("形容詞", "Adj.csv"),
        ("連体詞", "Adnominal.csv"),
        ("副詞", "Adverb.csv"),
        ("助動詞", "Auxil.csv"),
        ("接続詞", "Conjunction.csv"),
        ("フィラー", "Filler.csv"),
        ("感動詞", "Interjection.csv"),
        ("名詞-形容動詞語幹", "Noun.adjv.csv"),
        ("名詞-副詞可能", "Noun.adverbal.csv"),
        ("名詞-一般", "Noun.csv"),
        ("名詞-代名詞", "Noun.demonst.csv"),
        ("名詞-ナイ形容詞語幹", "Noun.nai.csv"),
        ("名詞-固有名詞-人名", "Noun.name.csv"),
        ("名詞-数", "Noun.number.csv"),
        ("名詞-固有名詞-組織", "Noun.org.csv"),
        ("名詞-固有名詞-地域", "Noun.place.csv"),
        ("名詞-固有名詞", "Noun.proper.csv"),
        ("名詞-サ変接続", "Noun.verbal.csv"),
        ("名詞-接尾", "Suffix.csv"),
        ("名詞", "Noun.others.csv"),
        ("助詞-格助詞-連語", "Postp-col.csv"),
        ("助詞", "Postp.csv"),
        ("接頭詞", "Prefix.csv"),
        ("記号", "Symbol.csv"),
        ("動詞", "Verb.csv"),
    ];

    public static Ipadic Read(string folder)
    {
        byte[] Table(string name)
        {
            using var file = File.OpenRead(Path.Combine(folder, name + ".dat.gz"));
            using var gzip = new GZipStream(file, CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            gzip.CopyTo(bytes);
            return bytes.ToArray();
        }

        var words = Words(Table("tid"), Table("tid_pos"), Table("tid_map")).SelectMany(g => g.Value)
            .Select((word, order) => (word, order))
            .OrderBy(w => w.word.Surface, StringComparer.Ordinal)
            .ThenBy(w => SourceFile(w.word), StringComparer.Ordinal)
            .ThenBy(w => w.order)
            .Select(w => w.word)
            .ToList();
        var classes = Classes(Table("unk_invoke"));
        var unknownByClass = Words(Table("unk"), Table("unk_pos"), Table("unk_map"));
        var unknown = classes.Select((_, id) => (IReadOnlyList<Word>)unknownByClass.GetValueOrDefault(id, [])).ToList();
        var connections = Table("cc");
        var costs = new short[(connections.Length / 2) - 2];
        Buffer.BlockCopy(connections, 4, costs, 0, costs.Length * 2);
        return new Ipadic(
            words,
            unknown,
            costs,
            BinaryPrimitives.ReadInt16LittleEndian(connections),
            BinaryPrimitives.ReadInt16LittleEndian(connections.AsSpan(2)),
            CharacterClasses(Table("unk_char"), classes),
            classes);
    }

    // Words of one surface stand in the order of IPADIC's files by name, as Lucene's build reads them; the first of equally cheap
    // words wins. The package mixes the files, but a word's part of speech tells which it was in.
    private static string SourceFile(Word word)
    {
        var pos = string.Join('-', word.Features.Take(3));
        return Array.Find(SourceFiles, f => pos.StartsWith(f.PartOfSpeech, StringComparison.Ordinal)).File ?? "Others.csv";
    }

    // The map lists, for every key of the trie, the offsets of its entries in the order of the dictionary.
    private static SortedDictionary<int, List<Word>> Words(byte[] entries, byte[] features, byte[] map)
    {
        var words = new SortedDictionary<int, List<Word>>();
        var keys = BinaryPrimitives.ReadInt32LittleEndian(map);
        var at = 4;
        for (var i = 0; i < keys; i++)
        {
            var key = BinaryPrimitives.ReadInt32LittleEndian(map.AsSpan(at));
            var count = BinaryPrimitives.ReadInt32LittleEndian(map.AsSpan(at + 4));
            at += 8;
            var offsets = new List<int>(count);
            for (var j = 0; j < count; j++, at += 4)
            {
                offsets.Add(BinaryPrimitives.ReadInt32LittleEndian(map.AsSpan(at)));
            }

            words.Add(key, offsets.Order().Select(o => Entry(entries.AsSpan(o, EntrySize), features)).ToList());
        }

        return words;
    }

    private static Word Entry(ReadOnlySpan<byte> entry, byte[] features)
    {
        var at = BinaryPrimitives.ReadInt32LittleEndian(entry[6..]);
        var end = Array.IndexOf(features, (byte)0, at);
        // The dash of EUC-JP is U+2014 to Java, and so to Lucene; the package has U+2015.
        var fields = Encoding.UTF8.GetString(features, at, end - at).Replace('―', '—').Split(',');
        // A comma as surface splits into two empty fields.
        var surface = fields.Length > FeatureCount + 1 ? "," : fields[0];
        var padded = fields[^Math.Min(fields.Length - 1, FeatureCount)..].Concat(Enumerable.Repeat("*", FeatureCount)).Take(FeatureCount);
        return new Word(
            surface,
            BinaryPrimitives.ReadUInt16LittleEndian(entry),
            BinaryPrimitives.ReadUInt16LittleEndian(entry[2..]),
            BinaryPrimitives.ReadInt16LittleEndian(entry[4..]),
            [.. padded]);
    }

    private static List<CharacterClass> Classes(byte[] table)
    {
        var classes = new List<CharacterClass>();
        for (var at = 0; at + 6 < table.Length && table[at + 6] != 0;)
        {
            var end = Array.IndexOf(table, (byte)0, at + 6);
            classes.Add(new CharacterClass(Encoding.ASCII.GetString(table, at + 6, end - at - 6), table[at] != 0, table[at + 1] != 0));
            at = end + 1;
        }

        return classes;
    }

    // The package gives every character without a class the number 1, which is SPACE; IPADIC's char.def names four spaces, and the
    // rest is DEFAULT. Lucene takes the middle dot for a symbol, so that it does not join katakana words.
    private static byte[] CharacterClasses(byte[] table, List<CharacterClass> classes)
    {
        var byName = classes.Select((c, id) => (c.Name, id)).ToDictionary(c => c.Name, c => (byte)c.id);
        var result = table.ToArray();
        for (var c = 0; c < result.Length; c++)
        {
            if (result[c] == byName["SPACE"] && (char)c is not (' ' or '\t' or '\n' or '\v'))
            {
                result[c] = byName["DEFAULT"];
            }
        }

        result['・'] = byName["SYMBOL"];
        return result;
    }
}
