using System.Collections.Frozen;
using System.Text;

namespace FeedbackLab.Ingest.Formats;

/// <summary>How much a text reads like Japanese, to tell which encoding its bytes are in.</summary>
/// <remarks>
/// Bytes that are valid in Shift_JIS are seldom valid in EUC-JP; the other way round they give runs of half-width kana and rare kanji. So the common
/// kanji (JIS X 0208, level 1: 2,965 of them, nearly all that is written) count in full, others by less, and a table of names and places needs no kana.
/// Bytes of other encodings in two-byte letters (Korean, Chinese) can look like common kanji in EUC-JP: a longer text without kana, or many kanji in a row, are not taken for that.
/// </remarks>
internal static class JapaneseLetters
{
    private const double RareKanji = 0.6;
    private const double HalfWidthKana = 0.82;
    private const int LongWithoutKana = 200;
    private const int KanjiToKana = 50;
    private const int LongestRunOfKanji = 9;

    private static readonly Lazy<FrozenSet<char>> Common = new(Level1);

    /// <summary>The share of what is not ASCII that reads like Japanese, 0 to 1; 1 where all is ASCII.</summary>
    /// <param name="text">The bytes as text.</param>
    /// <param name="isOnlyReading">Whether no other encoding is valid for them: half-width kana speak against a reading only beside another one.</param>
    /// <param name="isEuc">Whether they were read as EUC-JP.</param>
    public static double Share(string text, bool isOnlyReading, bool isEuc)
    {
        int kana = 0, common = 0, rare = 0, marks = 0, half = 0, bad = 0, run = 0, longest = 0;
        foreach (var character in text)
        {
            run = character is >= '\u4E00' and <= '\u9FFF' ? run + 1 : 0;
            longest = Math.Max(longest, run);
            _ = character switch
            {
                < '\u0080' => 0,
                >= '\u3040' and <= '\u30FF' => kana++,
                '髙' or '﨑' => common++,
                >= '\u4E00' and <= '\u9FFF' => Common.Value.Contains(character) ? common++ : rare++,
                >= '\uFF61' and <= '\uFF9F' => half++,
                >= '\uE000' and <= '\uF8FF' or '\uFFFD' or < '\u00A0' => bad += 4,
                >= '\u3000' and <= '\u303F' or >= '\uFF01' and <= '\uFF60' or >= '\u2010' and <= '\u26FF' => marks++,
                _ => bad++,
            };
        }

        var kanji = common + rare;
        var all = kana + kanji + marks + half + bad;
        return all == 0 ? 1
            : isEuc && kanji > KanjiToKana * kana && (kanji > LongWithoutKana || longest > LongestRunOfKanji) ? 0
            : (kana + marks + common + (RareKanji * rare) + (isOnlyReading ? HalfWidthKana * half : 0)) / all;
    }

    // The rows 16 to 47 of the standard, as Shift_JIS has them.
    private static FrozenSet<char> Level1()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Enumerable.Range(0x889F, 0x9872 - 0x889F + 1).Where(c => (c & 0xFF) is >= 0x40 and <= 0xFC and not 0x7F).SelectMany(c => new[] { (byte)(c >> 8), (byte)c }).ToArray();
        return Encoding.GetEncoding(932).GetString(bytes).ToFrozenSet();
    }
}
