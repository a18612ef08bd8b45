using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Analysis.Privacy.Finding;

namespace FeedbackLab.Analysis.Privacy;

/// <summary>What a person said of a name that was found.</summary>
public enum ReviewDecision
{
    /// <summary>Nobody has looked.</summary>
    Open,

    /// <summary>It points at somebody: mask it.</summary>
    Mask,

    /// <summary>It points at nobody: leave it.</summary>
    Leave,
}

/// <summary>A decision on a name.</summary>
/// <param name="Kind">What it was found as.</param>
/// <param name="Name">The name, normalised.</param>
/// <param name="Decision">What to do with it wherever it stands.</param>
public sealed record NameDecision(PersonalDataKind Kind, string Name, ReviewDecision Decision);

/// <summary>One name of the review list, with where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The name, normalised.</param>
/// <param name="IsDoubtful">Whether every place of it is doubtful.</param>
/// <param name="Decision">What was said of it.</param>
/// <param name="Places">Where it stands, in the order of the texts.</param>
public sealed record ReviewEntry(
    PersonalDataKind Kind, string Name, bool IsDoubtful, ReviewDecision Decision, ImmutableArray<ReviewPlace> Places)
{
    /// <summary>Whether it is masked in what is published: what is certain or decided so; doubtful names while nobody has looked.</summary>
    public bool IsMasked => Decision != ReviewDecision.Leave;

    /// <summary>Whether somebody has to look before anything leaves.</summary>
    public bool IsOpen => IsDoubtful && Decision == ReviewDecision.Open;
}

/// <summary>A place of a name.</summary>
/// <param name="Text">Key of the text: a comment's id.</param>
/// <param name="Mention">The stretch.</param>
public sealed record ReviewPlace(string Text, PersonalMention Mention);

/// <summary>The review list of some texts: what points at somebody, what is masked, what somebody has to look at.</summary>
public static partial class PersonalDataReview
{
    /// <summary>All names of some texts.</summary>
    /// <remarks>
    /// A name that is certain in one text (山田さん) is certain wherever it stands by itself, and so is the family name of a full name, unless it is a word too. What somebody decided on a name goes before what was found.
    /// </remarks>
    /// <param name="texts">The texts with their keys, in order.</param>
    /// <param name="known">Names that are certain beforehand, normalised: respondents, participants.</param>
    /// <param name="decisions">What was decided before; the last one on a name counts.</param>
    /// <param name="words">The words by which names are told.</param>
    /// <returns>Open ones first, then by kind and name.</returns>
    public static ImmutableArray<ReviewEntry> Of(
        IReadOnlyList<(string Key, string Text)> texts,
        IReadOnlyList<(PersonalDataKind Kind, string Name)> known,
        IReadOnlyList<NameDecision> decisions,
        PrivacyWords words)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(decisions);
        var decided = new Dictionary<string, NameDecision>(StringComparer.Ordinal);
        foreach (var decision in decisions)
        {
            decided[decision.Name] = decision;
        }

        var finder = new PersonalDataFinder(words);
        var first = texts.Select(t => finder.Find(t.Text)).ToArray();
        var certain = known.Concat(first.SelectMany(f => f).Where(m => !m.IsDoubtful && m.Kind <= PersonalDataKind.Locality).Select(m => (m.Kind, m.Name)))
            .Where(n => n.Name.Length >= 2)
            .ToList();
        var people = first.SelectMany(f => f).Where(m => m.Kind == PersonalDataKind.Person).Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        var expected = certain.Select(n => (n.Name, Expected: new ExpectedName(n.Kind, IsDoubtful: false)))
            .Concat(decided.Where(d => d.Value.Decision == ReviewDecision.Mask).Select(d => (Name: d.Key, Expected: new ExpectedName(d.Value.Kind, IsDoubtful: false, IsOnlyDecided: !people.Contains(d.Key)))))
            .Concat(FamilyNames(certain, words))
            .Concat(PlaceNames(certain, words))
            .GroupBy(n => words.Variants.Common(n.Name), n => n.Expected, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var places = new Dictionary<(PersonalDataKind, string), List<ReviewPlace>>();
        for (var i = 0; i < texts.Count; i++)
        {
            foreach (var mention in finder.With(texts[i].Text, first[i], expected))
            {
                if (!places.TryGetValue((mention.Kind, mention.Name), out var list))
                {
                    places.Add((mention.Kind, mention.Name), list = []);
                }

                list.Add(new ReviewPlace(texts[i].Key, mention));
            }
        }

        return
        [
            .. places
                .Select(p => new ReviewEntry(
                    p.Key.Item1,
                    p.Key.Item2,
                    p.Value.TrueForAll(x => x.Mention.IsDoubtful),
                    decided.GetValueOrDefault(p.Key.Item2)?.Decision ?? ReviewDecision.Open,
                    [.. p.Value]))
                .OrderByDescending(e => e.IsOpen)
                .ThenBy(e => e.Kind)
                .ThenBy(e => e.Name, StringComparer.Ordinal),
        ];
    }

    // 東葦浦 of 東葦浦市役所, in 東葦浦地域 too; not what is a word (中央区) or a wider area (千葉市).
    private static IEnumerable<(string Name, ExpectedName Expected)> PlaceNames(IEnumerable<(PersonalDataKind Kind, string Name)> certain, PrivacyWords words) =>
        certain.Select(n => Municipality().Match(n.Name)).Where(m => m.Success).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal)
            .Where(n => !PersonNames.Default.HasWord(n) && !words.WideAreas.Contains(n) && !words.NotPlaces.Contains(n) && !words.NotNames.Contains(n) && !words.Generic.Contains(n))
            .Select(n => (n, new ExpectedName(PersonalDataKind.Locality, IsDoubtful: false)));

    [GeneratedRegex("^(?<name>[\u4E00-\u9FFF々ヶケ]{2,5}|[ァ-ヺー]{3,8})([市区]役所|[町村]役場|[市区町村郡])$", RegexOptions.CultureInvariant)]
    private static partial Regex Municipality();

    // 平野 of 平野一郎 is an ordinary word too.
    private static IEnumerable<(string Name, ExpectedName Expected)> FamilyNames(IEnumerable<(PersonalDataKind Kind, string Name)> certain, PrivacyWords words) =>
        certain.Where(n => n.Kind == PersonalDataKind.Person).Select(n => words.WithoutTitle(n.Name)).Distinct(StringComparer.Ordinal)
            .Select(PersonNames.Default.SurnameOf).OfType<string>()
            .Where(n => n.Length >= 2 && !words.NotNames.Contains(n) && !words.Generic.Contains(n))
            .Select(n => (n, new ExpectedName(PersonalDataKind.Person, PersonNames.Default.HasWord(n) || words.WideAreas.Contains(n))));
}
