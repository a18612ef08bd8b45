using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Definitions;

/// <summary>A codebook, a lexicon or a mapping that cannot be used as written: which line, what is wrong, what to do.</summary>
/// <remarks>An expected failure: the program prints it and exits with 1.</remarks>
public sealed class DefinitionException : Exception
{
    /// <summary>A failure without details.</summary>
    public DefinitionException()
        : this(1, new BilingualText("定義ファイルが読めません。", "The definition file cannot be read."), null)
    {
    }

    /// <summary>A failure with one message for both languages.</summary>
    /// <param name="message">The message.</param>
    public DefinitionException(string message)
        : this(message, null)
    {
    }

    /// <summary>A failure with one message for both languages and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public DefinitionException(string message, Exception? innerException)
        : this(1, new BilingualText(message, message), innerException)
    {
    }

    /// <summary>A failure at a line.</summary>
    /// <param name="line">Line, 1-based.</param>
    /// <param name="what">What is wrong and what to do.</param>
    /// <param name="innerException">The cause; null where there is none.</param>
    public DefinitionException(int line, BilingualText what, Exception? innerException = null)
        : base(what?.En, innerException)
    {
        ArgumentNullException.ThrowIfNull(what);
        Line = line;
        What = what;
    }

    /// <summary>Line of the file, 1-based.</summary>
    public int Line { get; }

    /// <summary>What is wrong and what to do.</summary>
    public BilingualText What { get; }
}
