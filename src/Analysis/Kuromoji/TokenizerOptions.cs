namespace FeedbackLab.Analysis.Kuromoji;

/// <summary>How a <see cref="KuromojiTokenizer"/> cuts.</summary>
public sealed record TokenizerOptions
{
    /// <summary>How far compounds are taken apart; default <see cref="TokenizeMode.Search"/>, as in Lucene.</summary>
    public TokenizeMode Mode { get; init; } = TokenizeMode.Search;

    /// <summary>Whether punctuation, symbols and white space give no tokens; default false: an exact phrase needs every token.</summary>
    public bool DiscardPunctuation { get; init; }

    /// <summary>The user's words, which go before those of IPADIC; null for none.</summary>
    public UserDictionary? UserDictionary { get; init; }
}
