using System.Text;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>A form of terms (<see cref="Queries.WildcardQuery"/>).</summary>
internal sealed class WildcardPattern
{
    private const int Any = -1;
    private const int One = -2;
    private readonly List<int> _parts = [];

    /// <summary>Reads a pattern.</summary>
    public WildcardPattern(string pattern)
    {
        var prefix = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            var part = pattern[i] switch
            {
                '*' => Any,
                '?' => One,
                '\\' when i + 1 < pattern.Length => pattern[++i],
                var c => c,
            };
            if (part >= 0 && prefix.Length == _parts.Count)
            {
                prefix.Append((char)part);
            }

            if (part != Any || _parts.Count == 0 || _parts[^1] != Any)
            {
                _parts.Add(part);
            }
        }

        Prefix = prefix.ToString();
    }

    /// <summary>What every term of the form begins with.</summary>
    public string Prefix { get; }

    /// <summary>Whether a term has the form.</summary>
    public bool Matches(ReadOnlySpan<char> term)
    {
        var (at, part, lastAny, resume) = (0, 0, -1, 0);
        while (at < term.Length)
        {
            if (part < _parts.Count && (_parts[part] == One || _parts[part] == term[at]))
            {
                at++;
                part++;
            }
            else if (part < _parts.Count && _parts[part] == Any)
            {
                (lastAny, resume) = (part++, at);
            }
            else if (lastAny >= 0)
            {
                // The last * takes one character more.
                (part, at) = (lastAny + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        while (part < _parts.Count && _parts[part] == Any)
        {
            part++;
        }

        return part == _parts.Count;
    }
}
