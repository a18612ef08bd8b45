using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace FeedbackLab.Viewer.Exports.Sheets;

/// <summary>Workbooks (.xlsx) of plain sheets: the same sheets give the same bytes.</summary>
public static class WorkbookFile
{
    private const int LongestName = 31;

    /// <summary>The file's bytes.</summary>
    /// <param name="sheets">Its sheets, one at least.</param>
    public static byte[] Of(IReadOnlyList<SheetTable> sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        ArgumentOutOfRangeException.ThrowIfZero(sheets.Count, nameof(sheets));
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            Fill(document, sheets);
        }

        return FixedPackage.Of(stream.ToArray());
    }

    /// <summary>Puts sheets and styles into a new document; a sheet's part has the relationship id <c>sheet1</c>, <c>sheet2</c> …</summary>
    /// <param name="document">The document, empty.</param>
    /// <param name="sheets">The sheets, one at least.</param>
    /// <param name="drawings">By the sheet's number (0-based) the relationship id of its drawing, which the caller adds; null for none.</param>
    /// <returns>The sheets' parts, in their order.</returns>
    public static ImmutableArray<WorksheetPart> Fill(SpreadsheetDocument document, IReadOnlyList<SheetTable> sheets, IReadOnlyDictionary<int, string>? drawings = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(sheets);
        var workbook = document.AddWorkbookPart();

        // The package gives ids by chance; everything here has a fixed one.
        document.ChangeIdOfPart(workbook, "workbook");
        var names = Names([.. sheets.Select(s => s.Name)]);
        using (var stream = workbook.GetStream(FileMode.Create))
        {
            stream.Write(Encoding.UTF8.GetBytes(Xml(sheets, names)));
        }

        using (var stream = workbook.AddNewPart<WorkbookStylesPart>("styles").GetStream(FileMode.Create))
        {
            stream.Write(Encoding.UTF8.GetBytes(SheetStyles.Xml()));
        }

        var parts = ImmutableArray.CreateBuilder<WorksheetPart>(sheets.Count);
        for (var i = 0; i < sheets.Count; i++)
        {
            var part = workbook.AddNewPart<WorksheetPart>(IdOf(i));
            using var stream = part.GetStream(FileMode.Create);
            SheetPart.Write(stream, sheets[i], i == 0, drawings?.GetValueOrDefault(i));
            parts.Add(part);
        }

        return parts.MoveToImmutable();
    }

    /// <summary>Names that Excel takes for its sheets: without <c>[]:*?/\</c> and control characters, at most 31 characters, each only once.</summary>
    /// <param name="wanted">The names wanted, in order.</param>
    public static ImmutableArray<string> Names(IReadOnlyList<string> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. wanted.Select(w =>
            {
                var name = Cut(string.Concat(w.EnumerateRunes().Select(r => Rune.IsControl(r) || "[]:*?/\\".Contains(r.ToString(), StringComparison.Ordinal) ? " " : r.ToString())).Trim(' ', '\''), LongestName);
                name = name.Length == 0 ? "Sheet" : name;
                var free = name;
                for (var number = 2; !taken.Add(free); number++)
                {
                    var end = string.Create(CultureInfo.InvariantCulture, $" ({number})");
                    free = Cut(name, LongestName - end.Length) + end;
                }

                return free;
            }),
        ];
    }

    private static string Cut(string name, int length) =>
        name.Length <= length ? name : name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)].TrimEnd();

    private static string IdOf(int sheet) => "sheet" + (sheet + 1).ToString(CultureInfo.InvariantCulture);

    private static string Xml(IReadOnlyList<SheetTable> sheets, ImmutableArray<string> names)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("workbook", Main);
            xml.WriteAttributeString("xmlns", "r", null, Relations);
            xml.WriteRaw("<bookViews><workbookView/></bookViews>");
            xml.WriteStartElement("sheets", Main);
            for (var i = 0; i < names.Length; i++)
            {
                xml.WriteStartElement("sheet", Main);
                xml.WriteAttributeString("name", names[i]);
                xml.WriteAttributeString("sheetId", (i + 1).ToString(CultureInfo.InvariantCulture));
                xml.WriteAttributeString("r", "id", Relations, IdOf(i));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteStartElement("definedNames", Main);
            for (var i = 0; i < names.Length; i++)
            {
                var quoted = "'" + names[i].Replace("'", "''", StringComparison.Ordinal) + "'";
                Defined(xml, "_xlnm._FilterDatabase", i, true, $"{quoted}!$A$1:${SheetPart.ColumnName(sheets[i].Columns.Length - 1)}${sheets[i].Rows.Count + 1}");
                Defined(xml, "_xlnm.Print_Titles", i, false, (SheetPart.PagesAcross(sheets[i]) > 1 ? quoted + "!$A:$A," : string.Empty) + quoted + "!$1:$1");
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + text;

        void Defined(XmlWriter xml, string name, int sheet, bool isHidden, string value)
        {
            xml.WriteStartElement("definedName", Main);
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("localSheetId", sheet.ToString(CultureInfo.InvariantCulture));
            if (isHidden)
            {
                xml.WriteAttributeString("hidden", "1");
            }

            xml.WriteString(value);
            xml.WriteEndElement();
        }
    }
}
