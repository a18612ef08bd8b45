using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes.Rules;

/// <summary>A codebook's rule that cannot be read.</summary>
/// <remarks>An expected failure; the reader of codebooks tells it with its line.</remarks>
public sealed class CodebookRuleException : Exception
{
    /// <summary>A failure without details.</summary>
    public CodebookRuleException()
        : this("A rule cannot be read.")
    {
    }

    /// <summary>A failure with one message for both languages.</summary>
    /// <param name="message">The message.</param>
    public CodebookRuleException(string message)
        : this(message, null)
    {
    }

    /// <summary>A failure with one message for both languages and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public CodebookRuleException(string message, Exception? innerException)
        : this(0, 0, new BilingualText(message, message), innerException)
    {
    }

    /// <summary>A failure of one rule.</summary>
    /// <param name="code">Number of the code, 0-based.</param>
    /// <param name="rule">Number of its rule, 0-based.</param>
    /// <param name="what">Where, what is wrong, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public CodebookRuleException(int code, int rule, BilingualText what, Exception? innerException = null)
        : base(what?.En, innerException)
    {
        ArgumentNullException.ThrowIfNull(what);
        (Code, Rule, What) = (code, rule, what);
    }

    /// <summary>Number of the code in its codebook, 0-based.</summary>
    public int Code { get; }

    /// <summary>Number of the rule in its code, 0-based.</summary>
    public int Rule { get; }

    /// <summary>Where, what is wrong, and what to do.</summary>
    public BilingualText What { get; }
}
