using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace FeedbackLab.Analysis;

/// <summary>Work on several threads whose failure is thrown as it is, whichever thread it was on.</summary>
public static class AtOnce
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

    /// <summary>Makes something for each number from 0, on all cores.</summary>
    /// <param name="count">How many numbers.</param>
    /// <param name="make">What is made for a number.</param>
    /// <returns>What was made, by number.</returns>
    public static ImmutableArray<T> Made<T>(int count, Func<int, T> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        var made = new T[count];
        For(count, Environment.ProcessorCount, i => made[i] = make(i));
        return ImmutableCollectionsMarshal.AsImmutableArray(made);
    }

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
