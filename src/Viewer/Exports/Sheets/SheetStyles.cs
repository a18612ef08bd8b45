using System.Globalization;
using System.Text;

namespace FeedbackLab.Viewer.Exports.Sheets;

/// <summary>The styles that every workbook of this program has, and their numbers.</summary>
public static class SheetStyles
{
    /// <summary>Number of the style of headings.</summary>
    public const int Header = 1;

    private const int FirstFormat = 2;
    private const int FirstQuoted = 7;
    private const int Day = 12;
    private const int Moment = 13;

    // Number formats by SheetFormat: 0 general, 2 0.00, 9 0%, 10x our own.
    private static readonly int[] Numbers = [0, 0, 2, 166, 9];

    /// <summary>The style of a cell.</summary>
    /// <param name="format">Its column's format.</param>
    /// <param name="cell">What it holds.</param>
    public static int Of(SheetFormat format, object? cell) => cell switch
    {
        DateOnly => Day,
        DateTimeOffset => Moment,

        // Such a text stays a text even after somebody has edited its cell: Excel keeps it behind an apostrophe that is not part of it.
        string text when CommentsCsv.LooksLikeFormula(text) => FirstQuoted + (int)format,
        _ => FirstFormat + (int)format,
    };

    /// <summary>The part <c>xl/styles.xml</c>.</summary>
    public static string Xml()
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        xml.Append("<numFmts count=\"3\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/><numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm\"/><numFmt numFmtId=\"166\" formatCode=\"0.0000\"/></numFmts>");
        const string Font = "<sz val=\"11\"/><name val=\"Yu Gothic\"/><family val=\"2\"/><charset val=\"128\"/>";
        xml.Append("<fonts count=\"2\"><font>").Append(Font).Append("</font><font><b/>").Append(Font).Append("</font></fonts>");
        xml.Append("<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE8EEF4\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>");
        xml.Append("<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style=\"thin\"><color rgb=\"FF1F4E79\"/></bottom><diagonal/></border></borders>");
        xml.Append("<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"14\">");
        xml.Append("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>");
        xml.Append("<xf numFmtId=\"0\" fontId=\"1\" fillId=\"2\" borderId=\"1\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"center\" wrapText=\"1\"/></xf>");
        foreach (var quoted in new[] { false, true })
        {
            for (var format = 0; format < Numbers.Length; format++)
            {
                Cell(xml, Numbers[format], format == (int)SheetFormat.Wrapped, quoted);
            }
        }

        Cell(xml, 164, isWrapped: false, isQuoted: false);
        Cell(xml, 165, isWrapped: false, isQuoted: false);
        xml.Append("</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>");
        return xml.ToString();
    }

    private static void Cell(StringBuilder xml, int number, bool isWrapped, bool isQuoted) => xml.Append(CultureInfo.InvariantCulture,
        $"<xf numFmtId=\"{number}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"{(isQuoted ? " quotePrefix=\"1\"" : string.Empty)}><alignment vertical=\"top\"{(isWrapped ? " wrapText=\"1\"" : string.Empty)}/></xf>");
}
