using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Exchange;

/// <summary>Something that an export or an import leaves behind.</summary>
/// <param name="Kind">What sort of thing, and why.</param>
/// <param name="Name">What it is called; empty where it has no name.</param>
public sealed record QdaLoss(BilingualText Kind, string Name)
{
    /// <summary>The losses by kind, in the order in which the kinds first come up.</summary>
    /// <param name="losses">The losses.</param>
    public static ImmutableArray<QdaLosses> ByKind(IEnumerable<QdaLoss> losses)
    {
        ArgumentNullException.ThrowIfNull(losses);
        return [.. losses.GroupBy(l => l.Kind).Select(g => new QdaLosses(g.Key, g.Count(), [.. g.Select(l => l.Name).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)]))];
    }
}

/// <summary>Losses of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Count">How many.</param>
/// <param name="Names">The names of those that have one, each once.</param>
public sealed record QdaLosses(BilingualText Kind, int Count, ImmutableArray<string> Names)
{
    /// <summary>A line for people.</summary>
    /// <param name="mostNames">How many names are listed at most.</param>
    public BilingualText Line(int mostNames)
    {
        var (count, rest) = (Count.ToString(CultureInfo.InvariantCulture), Names.Length - mostNames);
        var (ja, en) = (string.Join('、', Names.Take(mostNames)), string.Join(", ", Names.Take(mostNames)));
        return new BilingualText(
            $"{Kind.Ja}: {count}" + (Names.IsEmpty ? string.Empty : $"（{ja}{(rest > 0 ? $" ほか{rest}" : string.Empty)}）"),
            $"{Kind.En}: {count}" + (Names.IsEmpty ? string.Empty : $" ({en}{(rest > 0 ? $" and {rest} more" : string.Empty)})"));
    }
}
