using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Findings;

/// <summary>How the analysis is made; echoed into its findings.</summary>
public sealed record AnalysisOptions
{
    /// <summary>Most clusters that one may ask for.</summary>
    public const int MostClusters = 50;

    /// <summary>Most runs that one may ask for.</summary>
    public const int MostRuns = 1000;

    /// <summary>Number of clusters; null (the default) lets the number of comments decide: √n rounded, between 2 and 12.</summary>
    public int? Clusters { get; init; }

    /// <summary>
    /// Number of groups to look for among the comments that fit no code; null (the default) lets their number decide, by the same rule.
    /// </summary>
    public int? NewThemes { get; init; }

    /// <summary>Largest number of clusters that the curve tries; default 15, 2 to 50.</summary>
    public int MostTried { get; init; } = 15;

    /// <summary>Seed of every draw; default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Runs behind the clusters' cohesion; default 60, 1 to 1,000. Where comments are many, four fits of a mixture take their place.</summary>
    public int Runs { get; init; } = 60;

    /// <summary>Cohesion under which a cluster is called weak; default 0.4, between 0 and 1.</summary>
    public double WeakCohesion { get; init; } = 0.4;

    /// <summary>Most codes that one comment gets; default 3, at least 1.</summary>
    public int MostCodes { get; init; } = 3;

    /// <summary>
    /// Share of the comments that nobody decided on, the surest first, whose codings are taken as accepted; null (the default) for none, 0 to 1.
    /// </summary>
    public double? AutoAccept { get; init; }

    /// <summary>Number of clusters to look for among some comments.</summary>
    /// <param name="comments">Number of comments, at least 0.</param>
    /// <returns><see cref="Clusters"/> where it is set, else the default rule.</returns>
    public int ClustersFor(int comments) => Clusters ?? ByNumber(comments);

    /// <summary>Number of groups to look for among comments that fit no code.</summary>
    /// <param name="comments">Number of such comments, at least 0.</param>
    /// <returns><see cref="NewThemes"/> where it is set, else the default rule.</returns>
    public int NewThemesFor(int comments) => NewThemes ?? ByNumber(comments);

    /// <summary>What is wrong with the options: one entry each, with the option as <c>analyze</c> names it, its value and range; empty where nothing is.</summary>
    public ImmutableArray<BilingualText> Failures()
    {
        var failures = ImmutableArray.CreateBuilder<BilingualText>();
        Require(Clusters is null or (>= 1 and <= MostClusters), "--clusters", Clusters, $"1–{MostClusters}");
        Require(NewThemes is null or (>= 1 and <= MostClusters), "--new-themes", NewThemes, $"1–{MostClusters}");
        Require(MostTried is >= 2 and <= MostClusters, "--most-clusters", MostTried, $"2–{MostClusters}");
        Require(Runs is >= 1 and <= MostRuns, nameof(Runs), Runs, $"1–{MostRuns}");
        Require(WeakCohesion is >= 0 and <= 1, nameof(WeakCohesion), WeakCohesion, "0–1");
        Require(AutoAccept is null or (>= 0 and <= 1), "--auto-accept", AutoAccept, "0–1");
        Require(MostCodes >= 1, nameof(MostCodes), MostCodes, "≥ 1");
        return failures.ToImmutable();

        void Require(bool holds, string option, IFormattable? value, string range)
        {
            if (!holds)
            {
                var given = value?.ToString(null, CultureInfo.InvariantCulture);
                failures.Add(new BilingualText(
                    $"{option} の値 {given} は使えません。{range} の範囲で指定してください。",
                    $"{option} cannot be {given}. Give a value in {range}."));
            }
        }
    }

    private static int ByNumber(int comments) =>
        Math.Clamp((int)Math.Round(Math.Sqrt(comments), MidpointRounding.AwayFromZero), 2, 12);
}
