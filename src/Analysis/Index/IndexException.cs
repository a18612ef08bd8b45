using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Index;

/// <summary>An index that cannot be used: why, and what to do. All but <see cref="IndexProblem.Locked"/> are mended by building it anew.</summary>
/// <remarks>An expected failure: nothing is lost, since an index is derived from the comments.</remarks>
public sealed class IndexException : Exception
{
    /// <summary>A damaged index, without details.</summary>
    public IndexException()
        : this("The index is damaged.")
    {
    }

    /// <summary>A damaged index.</summary>
    /// <param name="message">The message.</param>
    public IndexException(string message)
        : this(message, null)
    {
    }

    /// <summary>A damaged index.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public IndexException(string message, Exception? innerException)
        : this(IndexProblem.Damaged, new BilingualText(message, message), innerException)
    {
    }

    /// <summary>An index that cannot be used.</summary>
    /// <param name="problem">Why.</param>
    /// <param name="what">What is wrong and what to do.</param>
    /// <param name="innerException">The cause; null where there is none.</param>
    public IndexException(IndexProblem problem, BilingualText what, Exception? innerException = null)
        : base(what?.En, innerException)
    {
        ArgumentNullException.ThrowIfNull(what);
        Problem = problem;
        What = what;
    }

    /// <summary>Why the index cannot be used.</summary>
    public IndexProblem Problem { get; }

    /// <summary>What is wrong and what to do.</summary>
    public BilingualText What { get; } = new("", "");

    internal static IndexException Damaged(string detail, Exception? cause = null) => new(
        IndexProblem.Damaged,
        new BilingualText(
            $"索引が壊れています（{detail}）。索引を作り直してください。意見は失われていません。",
            $"The index is damaged ({detail}). Build it anew; no comment is lost."),
        cause);

    internal static IndexException Missing(string file) => new(
        IndexProblem.Missing,
        new BilingualText($"索引がありません（{file}）。索引を作ってください。", $"There is no index ({file}). Build it."));

    internal static IndexException Stale(string detail) => new(
        IndexProblem.Stale,
        new BilingualText(
            $"索引が古くなっています（{detail}）。索引を作り直してください。",
            $"The index is stale ({detail}). Build it anew."));

    internal static IndexException Locked(string file, Exception cause) => new(
        IndexProblem.Locked,
        new BilingualText(
            $"別のプログラムが索引を書き換えています（{file}）。終わるのを待ってください。",
            $"Another program is writing the index ({file}). Wait until it has finished."),
        cause);
}
