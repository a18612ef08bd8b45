using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Statistics.Years;

namespace FeedbackLab.Viewer.Server;

/// <summary>Among the respondents asked in two years, those that mention a theme both times, one time only, or one time at least.</summary>
/// <param name="Earlier">The earlier year.</param>
/// <param name="Later">The later year.</param>
/// <param name="When">When they mention it.</param>
public sealed record YearChange(int Earlier, int Later, MentionedWhen When)
{
    private const char Between = '-';

    /// <summary>As a word of an address: <c>2024-2025-both</c>.</summary>
    public string Word => string.Create(CultureInfo.InvariantCulture, $"{Earlier}{Between}{Later}{Between}{When.ToString().ToLowerInvariant()}");

    /// <summary>The change that a word of an address names; null for none.</summary>
    /// <param name="word">The word.</param>
    public static YearChange? Of(string? word) =>
        word?.Split(Between) is [var from, var to, var which]
        && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var earlier)
        && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var later)
        && earlier < later
        && Enum.GetValues<MentionedWhen>().FirstOrDefault(w => w.ToString().Equals(which, StringComparison.OrdinalIgnoreCase)) is not MentionedWhen.None and var when
            ? new YearChange(earlier, later, when)
            : null;

    /// <summary>Those of a theme's respondents.</summary>
    /// <param name="respondents">The theme's respondents in the two years.</param>
    public ImmutableSortedSet<string> Among(PairedRespondents respondents)
    {
        ArgumentNullException.ThrowIfNull(respondents);
        return When switch
        {
            MentionedWhen.Both => respondents.Both,
            MentionedWhen.Earlier => respondents.OnlyEarlier,
            MentionedWhen.Later => respondents.OnlyLater,
            MentionedWhen.InEarlier => respondents.Both.Union(respondents.OnlyEarlier),
            MentionedWhen.InLater => respondents.Both.Union(respondents.OnlyLater),
            _ => throw new ArgumentOutOfRangeException(nameof(respondents), When, null),
        };
    }
}

/// <summary>When a theme is mentioned, of two years.</summary>
public enum MentionedWhen
{
    /// <summary>Nothing was asked for.</summary>
    None,

    /// <summary>In both.</summary>
    Both,

    /// <summary>In the earlier one only.</summary>
    Earlier,

    /// <summary>In the later one only.</summary>
    Later,

    /// <summary>In the earlier one, whether or not in the later.</summary>
    InEarlier,

    /// <summary>In the later one, whether or not in the earlier.</summary>
    InLater,
}
