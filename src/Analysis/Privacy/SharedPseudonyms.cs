using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Privacy;

/// <summary>The pseudonyms of people by their bare names: 林 and 林委員 are one person.</summary>
/// <remarks>Of several with a title (林委員, 林座長) one shares with the bare name, so that two respondents never get one pseudonym.</remarks>
internal sealed class SharedPseudonyms
{
    private readonly PrivacyWords _words;
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _titled = new(StringComparer.Ordinal);

    /// <summary>Those given before.</summary>
    /// <param name="before">All pseudonyms given before.</param>
    /// <param name="words">The words by which titles are told.</param>
    public SharedPseudonyms(ImmutableArray<Pseudonym> before, PrivacyWords words)
    {
        _words = words;
        var people = before.Where(p => p.Kind == PersonalDataKind.Person).ToList();
        foreach (var person in people.Where(p => _words.WithoutTitle(p.Name) == p.Name).Concat(people.Where(p => _words.WithoutTitle(p.Name) != p.Name)))
        {
            Add(person.Name, person.Text);
        }
    }

    /// <summary>The pseudonym that a name shares; null where it needs one of its own.</summary>
    /// <param name="name">The name, with a title or without.</param>
    public string? Of(string name)
    {
        var bare = _words.WithoutTitle(name);
        return bare != name && _titled.Contains(bare) ? null : _texts.GetValueOrDefault(bare);
    }

    /// <summary>Keeps the pseudonym that a name got.</summary>
    /// <param name="name">The name, with a title or without.</param>
    /// <param name="text">Its pseudonym.</param>
    public void Add(string name, string text)
    {
        var bare = _words.WithoutTitle(name);
        _texts.TryAdd(bare, text);
        if (bare != name)
        {
            _titled.Add(bare);
        }
    }
}
