using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Voices;

/// <summary>Which quotations a report takes.</summary>
public sealed record VoiceOptions
{
    /// <summary>Most quotations that one may ask for of a theme.</summary>
    public const int MostCount = 20;

    /// <summary>Quotations of a theme; default 3, 0 to 20. Pinned ones are taken beyond it.</summary>
    public int Count { get; init; } = 3;

    /// <summary>Fewest UTF-16 code units of a comment that is quoted; default 15, at least 1. Pinned ones may be shorter.</summary>
    public int Shortest { get; init; } = 15;

    /// <summary>Most UTF-16 code units of its words that are quoted; default 120, at least <see cref="Shortest"/>. The rest becomes […].</summary>
    public int Longest { get; init; } = 120;

    /// <summary>Whether one of the quotations is to be of those who see it otherwise, where there is one; default true.</summary>
    public bool Dissent { get; init; } = true;

    /// <summary>The attribute that says whether a comment may be quoted; null (the default) recognises it by its name, empty asks for none.</summary>
    public string? Consent { get; init; }

    /// <summary>Ids of comments that are quoted in each theme that they have, in this order.</summary>
    public ImmutableArray<string> Pinned { get; init; } = [];

    /// <summary>Ids of comments that are never quoted.</summary>
    public ImmutableArray<string> Banned { get; init; } = [];

    /// <summary>What is wrong with the options, with value and range; empty where nothing is.</summary>
    public ImmutableArray<BilingualText> Failures()
    {
        var failures = ImmutableArray.CreateBuilder<BilingualText>();
        Require(Count is >= 0 and <= MostCount, "voices.count", Count, $"0–{MostCount}");
        Require(Shortest >= 1, "voices.shortest", Shortest, "≥ 1");
        Require(Longest >= Shortest, "voices.longest", Longest, string.Create(CultureInfo.InvariantCulture, $"≥ {Shortest}"));
        foreach (var id in Pinned.Intersect(Banned, StringComparer.Ordinal))
        {
            failures.Add(new BilingualText(
                $"意見 {id} が voices.pin と voices.ban の両方にあります。どちらかから消してください。",
                $"Comment {id} stands in voices.pin and in voices.ban. Take it out of one."));
        }

        return failures.ToImmutable();

        void Require(bool holds, string option, int value, string range)
        {
            if (!holds)
            {
                failures.Add(new BilingualText(
                    $"{option} の値 {value} は使えません。{range} の範囲で指定してください。", $"{option} cannot be {value}. Give a value in {range}."));
            }
        }
    }
}
