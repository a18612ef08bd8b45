namespace FeedbackLab.Analysis.Language;

/// <summary>Writes out the marks that repeat the characters before them: 々 ゝ ゞ ヽ ヾ.</summary>
/// <remarks>
/// Behaves as Lucene's <c>JapaneseIterationMarkCharFilter</c> with both kanji and kana on (Apache Lucene 4.10): a run of n marks
/// repeats the n characters before it (馬鹿々々しい → 馬鹿馬鹿しい); ゞ and ヾ give the voiced kana, ゝ and ヽ the unvoiced one; a
/// repetition never reaches back past 。, past a surrogate, or into a run that was written out before; a mark that has nothing to
/// repeat stays as it is. One difference, on purpose: after a kana that has no voiced form, Lucene's table makes ゝ step back one
/// letter (なゝ → など); here it repeats the kana (なゝ → なな).
/// </remarks>
public static class IterationMarks
{
    // Kana whose voiced form is the next code point. The Katakana block is the Hiragana block moved by 0x60.
    private const string VoicelessHiragana = "かきくけこさしすせそたちつてとはひふへほ";
    private const int KatakanaOffset = 'ア' - 'あ';

    /// <summary>The text with every repetition mark replaced; as long as <paramref name="text"/>, so that offsets stay what they are.</summary>
    /// <param name="text">Any text; may be empty.</param>
    public static string Expand(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().IndexOfAny("々ゝゞヽヾ") < 0 ? text : string.Create(text.Length, text, Write);
    }

    private static void Write(Span<char> expanded, string text)
    {
        var barrier = 0; // no repetition starts at or reaches back before this index
        var span = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var mark = text[i];
            if (char.IsSurrogate(mark) || mark == '。')
            {
                barrier = i + 1;
            }

            expanded[i] = mark;
            if (!IsMark(mark))
            {
                continue;
            }

            if (i == barrier)
            {
                barrier++;
                continue;
            }

            if (i > barrier)
            {
                span = Math.Min(RunLength(text, i), i - barrier);
                barrier = i + span;
            }

            expanded[i] = Repeat(text[i - span], mark);
        }
    }

    private static int RunLength(string text, int start)
    {
        var end = start;
        while (end < text.Length && IsMark(text[end]))
        {
            end++;
        }

        return end - start;
    }

    private static bool IsMark(char c) => c is '々' or 'ゝ' or 'ゞ' or 'ヽ' or 'ヾ';

    private static char Repeat(char source, char mark) => mark switch
    {
        'ゝ' => Voiceless(source, 0),
        'ゞ' => Voiced(source, 0),
        'ヽ' => Voiceless(source, KatakanaOffset),
        'ヾ' => Voiced(source, KatakanaOffset),
        _ => source,
    };

    private static char Voiced(char c, int offset) =>
        VoicelessHiragana.Contains((char)(c - offset), StringComparison.Ordinal) ? (char)(c + 1) : c;

    private static char Voiceless(char c, int offset) =>
        VoicelessHiragana.Contains((char)(c - offset - 1), StringComparison.Ordinal) ? (char)(c - 1) : c;
}
