using FeedbackLab.Analysis.Language;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Tests;

/// <summary>Comments in our own words, and words cut by character class where a test needs no dictionary.</summary>
internal static class Samples
{
    public static Comment Comment(
        string text,
        string? respondent = null,
        int? year = null,
        int line = 1,
        string source = "answers.txt",
        string? question = null,
        string? meeting = null,
        params CommentAttribute[] attributes)
    {
        var place = new Place(line, line);
        return new Comment(
            CommentId.Of(source, place, text), source, CommentKind.Answer, respondent, meeting, question, year, place, text, [.. attributes]);
    }

    public static CommentCorpus Corpus(IEnumerable<Comment> comments, params LeftOut[] leftOut)
    {
        var list = comments.ToList();
        var sources = list.Select(c => c.Source).Concat(leftOut.Select(l => l.Source)).Distinct().Order(StringComparer.Ordinal);
        return new CommentCorpus(
            [.. sources.Select(s => new Source(s, s, SourceFormat.Text, "utf-8", null, null, 1, []))],
            [.. list],
            [.. leftOut],
            [],
            [],
            [],
            []);
    }

    public static LeftOut Out(LeftOutReason reason, string? respondent = null, int? year = null, string source = "answers.txt") =>
        new(source, reason, respondent, null, year, new Place(1, 1), string.Empty);

    /// <summary>Terms without a dictionary: runs of kanji, katakana or letters are nouns, hiragana between them is not.</summary>
    public static TextTerms ByCharacterClass(Lexicon? lexicon = null) => new(Words, lexicon ?? Lexicon.Empty);

    public static TokenizedCorpus Tokenized(params string[] texts) =>
        TokenizedCorpus.Of([.. texts.Select((t, i) => Comment(t, line: i + 1))], ByCharacterClass());

    private static List<Morpheme> Words(string text)
    {
        var words = new List<Morpheme>();
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            while (end < text.Length && Class(text[end]) == Class(text[start]))
            {
                end++;
            }

            var pos = Class(text[start]) is 'k' or 't' or 'l' ? "名詞-一般" : "助詞-格助詞-一般";
            words.Add(new Morpheme(start, end, pos, text[start..end]));
            start = end;
        }

        return words;
    }

    private static char Class(char c) =>
        KanjiSkeleton.IsKanji(c) ? 'k'
        : c is (>= 'ァ' and <= 'ヺ') or 'ー' ? 't'
        : char.IsAsciiLetter(c) ? 'l'
        : KanjiSkeleton.IsHiragana(c) ? 'h'
        : 'o';
}
