namespace FeedbackLab.Analysis.Themes.Types;

/// <summary>Entries of the table of ends from words as a dictionary has them, several to a string with spaces between.</summary>
internal static class ClauseWords
{
    // Verbs in -eru and -iru that change as 取る does are few; these look like them and are not, or hide the vowel in a kanji.
    private static readonly HashSet<char> IchidanKanji = [.. "出見得来寝居着経似煮"];

    /// <summary>Just as they are written.</summary>
    public static IEnumerable<KeyValuePair<string, ClauseEnd>> As(ClauseEnd end, string words) => Split(words).Select(w => KeyValuePair.Create(w, end));

    /// <summary>Each beginning with each ending.</summary>
    public static IEnumerable<KeyValuePair<string, ClauseEnd>> As(ClauseEnd end, string beginnings, string endings) =>
        As(end, Joined(beginnings, endings));

    /// <summary>Each beginning before each word.</summary>
    public static string Joined(string beginnings, string words) => string.Join(' ', Split(beginnings).SelectMany(b => Split(words).Select(w => b + w)));

    /// <summary>Verbs, in the form of the dictionary, before ます and before what asks for a stem (た, て, ない).</summary>
    public static IEnumerable<KeyValuePair<string, ClauseEnd>> Verbs(ClauseEnd end, string words) =>
        Split(words).SelectMany(verb => VerbForms(verb).Select((form, at) => KeyValuePair.Create(form, end with { Fits = at < 2 && form.Length > 1 ? Slots.Verb : Slots.Stem })));

    /// <summary>Verbs, each behind each beginning.</summary>
    public static IEnumerable<KeyValuePair<string, ClauseEnd>> Verbs(ClauseEnd end, string beginnings, string words) =>
        Verbs(end, Joined(beginnings, words));

    /// <summary>Adjectives in い, with their nouns in さ.</summary>
    public static IEnumerable<KeyValuePair<string, ClauseEnd>> Adjectives(ClauseEnd end, string words) =>
        Split(words).Select(w => w[..^1]).SelectMany(root => (IEnumerable<KeyValuePair<string, ClauseEnd>>)
        [
            .. As(end with { Fits = Slots.Predicate }, root, "い く かっ けれ"),
            KeyValuePair.Create(root + "さ", end with { Fits = Slots.Noun }),
            KeyValuePair.Create(root, end with { Fits = Slots.Root }),
        ]);

    /// <summary>Adjectives, each behind each beginning.</summary>
    public static IEnumerable<KeyValuePair<string, ClauseEnd>> Adjectives(ClauseEnd end, string beginnings, string words) =>
        Adjectives(end, Joined(beginnings, words));

    /// <summary>Nouns.</summary>
    public static IEnumerable<KeyValuePair<string, ClauseEnd>> Nouns(ClauseEnd end, string words) => As(end with { Fits = Slots.Noun }, words);

    /// <summary>Nouns that tell only what is there, occurs or is felt: 差がある, not 交差.</summary>
    public static IEnumerable<KeyValuePair<string, ClauseEnd>> Things(ClauseEnd end, string words) => As(end with { Fits = Slots.Thing }, words);

    /// <summary>Nouns that go with な and に.</summary>
    public static IEnumerable<KeyValuePair<string, ClauseEnd>> Qualities(ClauseEnd end, string words) =>
        As(end with { Fits = Slots.Noun | Slots.Quality | Slots.Root }, words);

    /// <summary>Nouns that go with する, and are told without it too.</summary>
    public static IEnumerable<KeyValuePair<string, ClauseEnd>> Actions(ClauseEnd end, string words) =>
        As(end with { Fits = Slots.Noun | Slots.Quality | Slots.Action }, words);

    /// <summary>Nouns that are told with する, not alone; words like はっきり are among them.</summary>
    public static IEnumerable<KeyValuePair<string, ClauseEnd>> OnlyActions(ClauseEnd end, string words) => As(end with { Fits = Slots.Action }, words);

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // The first two also end a clause as they are.
    private static string[] VerbForms(string verb)
    {
        var root = verb[..^1];
        return verb[^1] switch
        {
            'る' when root is [.., 'す'] => [verb, root[..^1] + "し", root[..^1] + "さ", root[..^1] + "せ"],
            'る' when root is "く" or [.., 'て' or 'で', 'く'] => [verb, root[..^1] + "き", root[..^1] + "こ"],
            'る' when IsIchidan(root) => [verb, root],
            'る' => [verb, root + "り", root + "ら", root + "っ"],
            'う' => [verb, root + "い", root + "わ", root + "っ"],
            'く' when root is "い" or [.., '行'] or [.., 'て' or 'で' or 'く' or 'が', 'い'] => [verb, root + "き", root + "か", root + "っ"],
            'く' => [verb, root + "き", root + "か", root + "い"],
            'ぐ' => [verb, root + "ぎ", root + "が", root + "い"],
            'す' => [verb, root + "し", root + "さ"],
            'つ' => [verb, root + "ち", root + "た", root + "っ"],
            'ぶ' => [verb, root + "び", root + "ば", root + "ん"],
            'む' => [verb, root + "み", root + "ま", root + "ん"],
            _ => [verb],
        };
    }

    private static bool IsIchidan(string root) =>
        root.Length > 0 && ("いきぎしじちにびみりえけげせぜてでねべめれ".Contains(root[^1], StringComparison.Ordinal) || IchidanKanji.Contains(root[^1]));
}
