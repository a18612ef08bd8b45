using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes.Rules;

/// <summary>A rule that cannot be read: where, what is wrong, what to do.</summary>
/// <remarks>An expected failure: the program prints it and exits with 1.</remarks>
public sealed class RuleException : Exception
{
    /// <summary>A failure without details.</summary>
    public RuleException()
        : this("The rules cannot be read.")
    {
    }

    /// <summary>A failure with one message for both languages.</summary>
    /// <param name="message">The message.</param>
    public RuleException(string message)
        : this(message, null)
    {
    }

    /// <summary>A failure with one message for both languages and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public RuleException(string message, Exception? innerException)
        : base(message, innerException)
    {
        (Line, Column, Text, What) = (1, 1, string.Empty, new BilingualText(message, message));
    }

    /// <summary>A failure at a place.</summary>
    /// <param name="line">Line of the file, 1-based.</param>
    /// <param name="column">Column in the line, 1-based, in UTF-16 code units.</param>
    /// <param name="text">The line.</param>
    /// <param name="what">What is wrong and what to do.</param>
    public RuleException(int line, int column, string text, BilingualText what)
        : base(what?.En)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(what);
        (Line, Column, Text, What) = (line, column, text, what);
    }

    /// <summary>Line of the file, 1-based.</summary>
    public int Line { get; }

    /// <summary>Column in the line, 1-based, in UTF-16 code units.</summary>
    public int Column { get; }

    /// <summary>The line.</summary>
    public string Text { get; }

    /// <summary>What is wrong and what to do.</summary>
    public BilingualText What { get; }
}
