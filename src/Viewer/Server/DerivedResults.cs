using System.Collections.Concurrent;

namespace FeedbackLab.Viewer.Server;

/// <summary>What pages had worked out of one analysis, kept until the next one: asked for again it is there at once. Safe for any thread.</summary>
public sealed class DerivedResults
{
    private const int MostKept = 100;

    private readonly ConcurrentDictionary<string, Lazy<object>> _kept = new(StringComparer.Ordinal);

    /// <summary>A result, made where it is not there yet; two who ask at once wait for one making.</summary>
    /// <param name="key">What it is, with everything that it depends on.</param>
    /// <param name="make">Makes it.</param>
    public T Of<T>(string key, Func<T> make)
        where T : class
    {
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        return (T)_kept.GetOrAdd(key, _ => new Lazy<object>(make)).Value;
    }
}
