using System.Globalization;
using System.Text;
using System.Xml;
using FeedbackLab.Viewer.Charts;

namespace FeedbackLab.Viewer.Exports.Sheets;

/// <summary>Writes the part of a workbook that holds one sheet, row by row.</summary>
public static class SheetPart
{
    /// <summary>Most characters that a cell of Excel holds; a longer text ends with <c>…</c>.</summary>
    public const int LongestText = 32_767;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string LastRow = "1048576";
    private const int LineHeight = 18;
    private const int HighestRow = 409;

    // Characters across A4 where they are still read.
    private const double WidestPage = 250;

    /// <summary>Writes it: the header frozen and filtered, A4 across, as many pages down as it needs; a drawing below the rows begins a page.</summary>
    /// <param name="stream">Where it goes.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="isFirst">Whether the workbook opens with it.</param>
    /// <param name="drawing">Relationship id of its drawing (charts); null where it has none.</param>
    public static void Write(Stream stream, SheetTable sheet, bool isFirst, string? drawing = null)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize, CheckCharacters = false });
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", Main);
        xml.WriteAttributeString("xmlns", "r", null, Relations);
        xml.WriteRaw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        xml.WriteRaw($"<dimension ref=\"{Range(sheet)}\"/>");
        xml.WriteRaw($"<sheetViews><sheetView{(isFirst ? " tabSelected=\"1\"" : string.Empty)} workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/></sheetView></sheetViews>");
        xml.WriteRaw("<sheetFormatPr defaultRowHeight=\"18\"/><cols>");
        for (var i = 0; i < sheet.Columns.Length; i++)
        {
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{Math.Clamp(sheet.Columns[i].Width, 1, 255):0.##}\" customWidth=\"1\"/>"));
        }

        xml.WriteRaw("</cols>");
        xml.WriteStartElement("sheetData", Main);
        Row(xml, 1, [.. sheet.Columns.Select(c => (SheetStyles.Header, (object?)c.Title))], Lines(sheet.Columns.Select(c => (c.Title, c.Width))));
        for (var r = 0; r < sheet.Rows.Count; r++)
        {
            Row(
                xml,
                r + 2,
                [.. sheet.Rows[r].Select((cell, i) => (SheetStyles.Of(sheet.Columns[i].Format, cell), cell))],
                Lines(sheet.Rows[r].Select((cell, i) => (sheet.Columns[i].Format == SheetFormat.Wrapped ? cell as string ?? string.Empty : string.Empty, sheet.Columns[i].Width))));
        }

        xml.WriteEndElement();
        xml.WriteRaw($"<autoFilter ref=\"{Range(sheet)}\"/>");
        Validations(xml, sheet);
        xml.WriteRaw($"<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" pageOrder=\"overThenDown\" fitToWidth=\"{PagesAcross(sheet)}\" fitToHeight=\"0\"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>");
        if (drawing is not null)
        {
            var rows = sheet.Rows.Count + 1;
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<rowBreaks count=\"1\" manualBreakCount=\"1\"><brk id=\"{rows}\" max=\"16383\" man=\"1\"/></rowBreaks>"));
            xml.WriteStartElement("drawing", Main);
            xml.WriteAttributeString("r", "id", Relations, drawing);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    /// <summary>How many pages a sheet is printed across: more than one where one would make its letters too small.</summary>
    /// <param name="sheet">The sheet.</param>
    public static int PagesAcross(SheetTable sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return Math.Max(1, (int)Math.Ceiling(sheet.Columns.Sum(c => c.Width) / WidestPage));
    }

    /// <summary>The cells of a sheet with its header, such as <c>A1:C4</c>.</summary>
    /// <param name="sheet">The sheet.</param>
    public static string Range(SheetTable sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return string.Create(CultureInfo.InvariantCulture, $"A1:{ColumnName(sheet.Columns.Length - 1)}{sheet.Rows.Count + 1}");
    }

    /// <summary>The letters of a column.</summary>
    /// <param name="column">Its number, 0-based.</param>
    public static string ColumnName(int column) => column < 26 ? ((char)('A' + column)).ToString() : ColumnName((column / 26) - 1) + (char)('A' + (column % 26));

    // How many lines the fullest cell takes; programs that do not fit rows by themselves (LibreOffice) need to be told.
    private static int Lines(IEnumerable<(string Text, double Width)> cells) => cells.Max(c =>
        c.Text.Length == 0 ? 1 : (int)c.Text.ReplaceLineEndings("\n").Split('\n').Sum(line => Math.Max(1, Math.Ceiling(2 * TextWidth.Of(line) / Math.Max(1, c.Width - 1)))));

    private static void Row(XmlWriter xml, int number, (int Style, object? Value)[] cells, int lines)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", digits);
        if (lines > 1)
        {
            xml.WriteAttributeString("ht", Math.Min(HighestRow, lines * LineHeight).ToString(CultureInfo.InvariantCulture));
        }

        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Value is null or "")
            {
                continue;
            }

            xml.WriteStartElement("c", Main);
            xml.WriteAttributeString("r", ColumnName(i) + digits);
            xml.WriteAttributeString("s", cells[i].Style.ToString(CultureInfo.InvariantCulture));
            Value(xml, cells[i].Value!);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Value(XmlWriter xml, object value)
    {
        switch (value)
        {
            case bool yes:
                xml.WriteAttributeString("t", "b");
                xml.WriteElementString("v", Main, yes ? "1" : "0");
                break;
            case double number when !double.IsFinite(number):
                Text(xml, number.ToString(CultureInfo.InvariantCulture));
                break;
            case double or int or long:
                xml.WriteElementString("v", Main, ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                break;
            case DateOnly day when day.Year >= 1901:
                xml.WriteElementString("v", Main, day.ToDateTime(default).ToOADate().ToString(CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset moment when moment.Year >= 1901:
                xml.WriteElementString("v", Main, moment.DateTime.ToOADate().ToString(CultureInfo.InvariantCulture));
                break;
            default:
                Text(xml, (value as IFormattable)?.ToString(null, CultureInfo.InvariantCulture) ?? value.ToString()!);
                break;
        }
    }

    private static void Text(XmlWriter xml, string text)
    {
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Allowed(text.Length > LongestText ? text[..(LongestText - 1)] + "…" : text));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // What XML cannot hold is written as _xHHHH_, and so is what only looks like that; half a surrogate pair becomes U+FFFD.
    private static string Allowed(string text)
    {
        text = text.ReplaceLineEndings("\n");
        var first = text.AsSpan().IndexOfAnyExceptInRange(' ', '\uD7FF');
        if (first < 0 && !text.Contains("_x", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        var allowed = new StringBuilder(text.Length + 8);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if ((rune.Value < ' ' && rune.Value is not ('\n' or '\t')) || rune.Value is 0xFFFE or 0xFFFF)
            {
                allowed.Append(CultureInfo.InvariantCulture, $"_x{rune.Value:X4}_");
            }
            else
            {
                allowed.Append(rune.Value == '_' && IsEscape(text.AsSpan(at)) ? "_x005F_" : rune.ToString());
            }

            at += rune.Utf16SequenceLength;
        }

        return allowed.ToString();
    }

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] is 'x' or 'X' && text[6] == '_'
        && char.IsAsciiHexDigit(text[2]) && char.IsAsciiHexDigit(text[3]) && char.IsAsciiHexDigit(text[4]) && char.IsAsciiHexDigit(text[5]);

    private static void Validations(XmlWriter xml, SheetTable sheet)
    {
        var chosen = Enumerable.Range(0, sheet.Columns.Length).Where(i => sheet.Columns[i].Choices is not null).ToList();
        if (chosen.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("dataValidations", Main);
        xml.WriteAttributeString("count", chosen.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var i in chosen)
        {
            xml.WriteStartElement("dataValidation", Main);
            xml.WriteAttributeString("type", "list");
            xml.WriteAttributeString("errorStyle", "warning");
            xml.WriteAttributeString("allowBlank", "1");
            xml.WriteAttributeString("showErrorMessage", "1");
            xml.WriteAttributeString("sqref", $"{ColumnName(i)}2:{ColumnName(i)}{LastRow}");
            xml.WriteElementString("formula1", Main, sheet.Columns[i].Choices!);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
