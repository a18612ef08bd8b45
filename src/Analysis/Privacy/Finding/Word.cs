namespace FeedbackLab.Analysis.Privacy.Finding;

/// <summary>A word of a normalised text.</summary>
/// <param name="Start">First UTF-16 code unit, 0-based.</param>
/// <param name="End">The code unit after the last.</param>
/// <param name="PartOfSpeech">IPADIC's, levels joined by <c>-</c>.</param>
/// <param name="Form">Its form, where it inflects.</param>
/// <param name="IsKnown">Whether the dictionary has it.</param>
internal readonly record struct Word(int Start, int End, string PartOfSpeech, string? Form, bool IsKnown)
{
    /// <summary>How many code units it has.</summary>
    public int Length => End - Start;

    /// <summary>A noun that can be part of a name: no pronoun, no dependent noun, no time.</summary>
    public bool IsNoun =>
        PartOfSpeech.StartsWith("名詞", StringComparison.Ordinal)
        && !PartOfSpeech.StartsWith("名詞-非自立", StringComparison.Ordinal)
        && !PartOfSpeech.StartsWith("名詞-代名詞", StringComparison.Ordinal)
        && !PartOfSpeech.StartsWith("名詞-副詞可能", StringComparison.Ordinal)
        && !PartOfSpeech.StartsWith("名詞-接尾-助数詞", StringComparison.Ordinal)
        && !PartOfSpeech.StartsWith("名詞-接尾-人名", StringComparison.Ordinal)
        && !PartOfSpeech.StartsWith("名詞-特殊", StringComparison.Ordinal);

    /// <summary>A proper noun.</summary>
    public bool IsProper => PartOfSpeech.StartsWith("名詞-固有名詞", StringComparison.Ordinal);

    /// <summary>A proper noun that names a place within the country.</summary>
    public bool IsRegion => PartOfSpeech.StartsWith("名詞-固有名詞-地域-一般", StringComparison.Ordinal);

    /// <summary>The stem of an independent verb (はばたき): names are made of such.</summary>
    public bool IsStem =>
        PartOfSpeech.StartsWith("動詞-自立", StringComparison.Ordinal) && Form?.StartsWith("連用", StringComparison.Ordinal) == true;

    /// <summary>A particle, an auxiliary verb, a conjunction: what ends a name.</summary>
    public bool IsGrammar =>
        PartOfSpeech.StartsWith('助') || PartOfSpeech.StartsWith("接続詞", StringComparison.Ordinal);
}
