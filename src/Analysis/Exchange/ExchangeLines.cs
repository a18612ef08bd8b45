using System.Globalization;
using System.Text;
using System.Xml;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Exchange;

/// <summary>Lines of a description, a mark and a value each: what the exchange format has no place for, readable in other programs too.</summary>
internal sealed class ExchangeLines
{
    private const string Separator = ": ";

    private readonly List<(string Mark, string Value)> _lines = [];

    public ExchangeLines()
    {
    }

    /// <summary>The lines of a description; what is no such line is passed over.</summary>
    public ExchangeLines(string description)
    {
        foreach (var line in description.Split('\n'))
        {
            if (line.IndexOf(Separator, StringComparison.Ordinal) is > 0 and var cut)
            {
                _lines.Add((line[..cut], Unescaped(line[(cut + Separator.Length)..].TrimEnd('\r'))));
            }
        }
    }

    /// <summary>The value of the first line with a mark; null where there is none.</summary>
    public string? this[string mark] => _lines.Where(l => l.Mark == mark).Select(l => l.Value).FirstOrDefault();

    /// <summary>The values of all lines with a mark.</summary>
    public IEnumerable<string> All(string mark) => _lines.Where(l => l.Mark == mark).Select(l => l.Value);

    /// <summary>The number of the first line with a mark; null where there is none.</summary>
    public int? Number(string mark) => int.TryParse(this[mark], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public ExchangeLines Add(string mark, string? value)
    {
        if (value is not null)
        {
            _lines.Add((mark, value));
        }

        return this;
    }

    public ExchangeLines Add(string mark, int? value) => Add(mark, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Where a passage stands, in as many lines as it takes.</summary>
    public ExchangeLines Add(Place place)
    {
        return Add("行", place.LineEnd == place.LineStart ? Text(place.LineStart) : $"{Text(place.LineStart)}-{Text(place.LineEnd)}")
            .Add("ページ", place.Page).Add("表の行", place.Row).Add("列", place.Column).Add("シート", place.Sheet).Add("項目", place.Item);

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The place that the lines tell; null where they tell none.</summary>
    public Place? Place()
    {
        var ends = (this["行"] ?? string.Empty).Split('-');
        return int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var end) && start >= 1 && end >= start
            ? new Place(start, end, Number("ページ"), Number("表の行"), this["列"], this["シート"], Number("項目"))
            : null;
    }

    public override string ToString() => string.Join('\n', _lines.Select(l => l.Mark + Separator + Escaped(l.Value)));

    /// <summary>A text as XML can hold it: what it cannot is U+FFFD.</summary>
    public static string Xml(string text)
    {
        if (text.All(c => XmlConvert.IsXmlChar(c)))
        {
            return text;
        }

        var allowed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? allowed.Append('\uFFFD') : allowed.Append(rune);
        }

        return allowed.ToString();
    }

    private static string Escaped(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);

    private static string Unescaped(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var isEscaped = value[i] == '\\' && i + 1 < value.Length;
            i += isEscaped ? 1 : 0;
            text.Append(!isEscaped ? value[i] : value[i] switch { 'n' => '\n', 'r' => '\r', var c => c });
        }

        return text.ToString();
    }
}
