using System.Runtime.ExceptionServices;

namespace FeedbackLab.Analysis;

/// <summary>Work on several threads whose failure is thrown as it is, whichever thread it was on.</summary>
internal static class AtOnce
{
    /// <summary>Does some pieces of work.</summary>
    /// <param name="works">The pieces.</param>
    public static void Run(params Action[] works) => AsItIs(() => Parallel.Invoke(works));

    /// <summary>Does a piece of work for each number from 0.</summary>
    /// <param name="count">How many numbers.</param>
    /// <param name="workers">How many threads at most, at least 1.</param>
    /// <param name="work">What is done with a number.</param>
    public static void For(int count, int workers, Action<int> work) =>
        AsItIs(() => Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = workers }, work));

    private static void AsItIs(Action work)
    {
        try
        {
            work();
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.Flatten().InnerExceptions[0]);
        }
    }
}
