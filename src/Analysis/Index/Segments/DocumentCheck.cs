namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>Finds what a caller did wrong in a document.</summary>
internal static class DocumentCheck
{
    private const int HighestPosition = 1 << 30;
    private const int LongestTerm = 1 << 20;

    /// <summary>Throws where a document cannot be indexed.</summary>
    /// <exception cref="ArgumentException">What is wrong.</exception>
    public static void Require(IndexDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (string.IsNullOrEmpty(document.Id) || !IsWellFormed(document.Id))
        {
            throw new ArgumentException("A document needs an id that is well-formed text.", nameof(document));
        }

        var last = 0;
        foreach (var term in document.Terms)
        {
            if (string.IsNullOrEmpty(term.Text) || term.Position < last || term.Position > HighestPosition
                || term.Length is < 1 or > LongestTerm || term.Text.Length > LongestTerm)
            {
                throw new ArgumentException(
                    "Terms are not empty, in order of position (0 to 2^30), and span 1 to 2^20 positions.", nameof(document));
            }

            last = term.Position;
        }

        var end = 0;
        foreach (var token in document.Tokens)
        {
            if (string.IsNullOrEmpty(token.Surface) || token.Start < end || token.End <= token.Start || token.End > HighestPosition)
            {
                throw new ArgumentException("Tokens are not empty, in order and do not overlap.", nameof(document));
            }

            end = token.End;
        }

        var sentence = 0;
        foreach (var position in document.SentenceEnds)
        {
            if (position < sentence)
            {
                throw new ArgumentException("Sentences end in order.", nameof(document));
            }

            sentence = position;
        }

        if (document.Facets.Any(f => string.IsNullOrEmpty(f.Name) || f.Value is null))
        {
            throw new ArgumentException("Facets have names and values.", nameof(document));
        }
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
