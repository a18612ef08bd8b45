namespace FeedbackLab.Analysis.Tests;

/// <summary>Text that breaks careless programs; every reader of text is held against it.</summary>
internal static class HostileText
{
    public static readonly string[] Table =
    [
        string.Empty,
        " ",
        "\u3000\t\n",
        "ｶﾞｷﾞｸﾞﾊﾟﾋﾟ", // half-width kana with voicing marks
        "ﾞﾟ", // voicing marks with nothing to voice
        "か\u3099き\u309Aが", // combining voicing marks
        "e\u0301\u0323a\u0300", // combining marks in two orders
        "①㈱㍻㌔Ⅲ½", // one character becomes several
        "ＧＨ　ＡＢＣ１２３",
        "👩‍👩‍👧‍👦家族🇯🇵👍🏽", // emoji joined by ZWJ, flags, skin tones
        "𠮷野家で𩸽", // kanji beyond the basic plane
        "葛\uDB40\uDD00飾区", // with a variation selector
        "\uD842", // lone surrogates
        "前\uDC00後",
        "か\uD800\u3099き",
        "\0引継\0ぎ\0",
        "\u202E右から左\u202C",
        "ẞİıſŉ",
        "ﷺﷺ",
        "\uFEFF先頭",
        "々〆ヽゝ〻",
        "ーーーーー",
        new string('あ', 4000),
        new string('漢', 4000),
    ];
}
