using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>A workspace that cannot be used as asked: which file, what is wrong, what to do.</summary>
/// <remarks>An expected failure: the program prints it and exits with 1. Respondents' words stay out of it.</remarks>
public sealed class WorkspaceException : Exception
{
    /// <summary>A failure without details.</summary>
    public WorkspaceException()
        : this(new BilingualText("ワークスペースが使えません。", "The workspace cannot be used."), null)
    {
    }

    /// <summary>A failure with one message for both languages.</summary>
    /// <param name="message">The message.</param>
    public WorkspaceException(string message)
        : this(message, null)
    {
    }

    /// <summary>A failure with one message for both languages and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public WorkspaceException(string message, Exception? innerException)
        : this(new BilingualText(message, message), innerException)
    {
    }

    /// <summary>A failure in both languages.</summary>
    /// <param name="what">What is wrong and what to do.</param>
    /// <param name="innerException">The cause; null where there is none.</param>
    public WorkspaceException(BilingualText what, Exception? innerException = null)
        : base(what?.En, innerException)
    {
        ArgumentNullException.ThrowIfNull(what);
        What = what;
    }

    /// <summary>What is wrong and what to do.</summary>
    public BilingualText What { get; }
}
