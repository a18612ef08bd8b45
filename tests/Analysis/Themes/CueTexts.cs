using System.Globalization;
using System.Text;

namespace FeedbackLab.Analysis.Tests.Themes;

/// <summary>Texts that a pattern of cues is made to find, by walking it and choosing at each fork.</summary>
/// <remarks>
/// Knows what those patterns are made of: letters, classes, groups, alternatives, <c>?</c> and <c>.{m,n}</c>. Of a look behind that must
/// hold, the first character is put before the alternative; one that must not is passed over. So a text may still be refused by the pattern.
/// Any character is a middle dot, which is in no cue.
/// </remarks>
internal sealed class CueTexts
{
    private readonly string _pattern;
    private readonly Func<int, int> _choose;
    private int _at;

    private CueTexts(string pattern, Func<int, int> choose)
    {
        _pattern = pattern;
        _choose = choose;
    }

    /// <summary>One text.</summary>
    /// <param name="pattern">The pattern, without what stands before or behind it.</param>
    /// <param name="choose">A number from 0 to below another.</param>
    public static string Of(string pattern, Func<int, int> choose) => new CueTexts(pattern, choose).Alternatives();

    private string Alternatives()
    {
        List<string> texts = [Sequence()];
        while (_at < _pattern.Length && _pattern[_at] == '|')
        {
            _at++;
            texts.Add(Sequence());
        }

        return texts[_choose(texts.Count)];
    }

    private string Sequence()
    {
        var text = new StringBuilder();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            if (_pattern.AsSpan(_at).StartsWith("(?<", StringComparison.Ordinal))
            {
                var isWanted = _pattern[_at + 3] == '=';
                _at += 4;
                var behind = Alternatives();
                _at++;
                text.Insert(0, isWanted ? behind[..1] : string.Empty);
            }
            else
            {
                text.Append(Repeated(Part()));
            }
        }

        return text.ToString();
    }

    private string Part()
    {
        var first = _pattern[_at++];
        switch (first)
        {
            case '(':
                var inside = Alternatives();
                _at++;
                return inside;
            case '[':
                var end = _pattern.IndexOf(']', _at);
                var one = _pattern[_at + _choose(end - _at)];
                _at = end + 1;
                return one.ToString();
            default:
                return first switch { '.' => "・", '$' => string.Empty, _ => first.ToString() };
        }
    }

    private string Repeated(string part)
    {
        if (_at < _pattern.Length && _pattern[_at] == '?')
        {
            _at++;
            return _choose(2) == 0 ? string.Empty : part;
        }

        if (_at < _pattern.Length && _pattern[_at] == '{')
        {
            var end = _pattern.IndexOf('}', _at);
            var bounds = _pattern[(_at + 1)..end].Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            _at = end + 1;
            return string.Concat(Enumerable.Repeat(part, bounds[0] + _choose(bounds[^1] - bounds[0] + 1)));
        }

        return part;
    }
}
