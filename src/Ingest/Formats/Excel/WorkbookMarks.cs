using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace FeedbackLab.Ingest.Formats.Excel;

/// <summary>What a workbook (.xlsx) says that the package which reads workbooks does not tell.</summary>
/// <param name="From1904">Whether its days are counted from 1904, as Excel on the Macintosh once did.</param>
/// <param name="Hidden">
/// By sheet the rows (1-based) and columns (0-based) that are marked hidden with the word “true”, as LibreOffice writes it; the package knows “1”
/// only. Sheets without any are not there.
/// </param>
internal sealed record WorkbookMarks(bool From1904, Dictionary<string, (HashSet<int> Rows, HashSet<int> Columns)> Hidden)
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    /// <summary>The marks of a workbook.</summary>
    /// <param name="bytes">The workbook; nothing is found in one that is no package (.xls).</param>
    public static WorkbookMarks Of(byte[] bytes)
    {
        var hidden = new Dictionary<string, (HashSet<int>, HashSet<int>)>(StringComparer.Ordinal);
        if (bytes[0] != 'P')
        {
            return new WorkbookMarks(From1904: false, hidden);
        }

        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        Read(archive, "xl/_rels/workbook.xml.rels", "Relationship", e => parts[e.GetAttribute("Id") ?? ""] = e.GetAttribute("Target") ?? "");
        var from1904 = false;
        var sheets = new List<(string Name, string Part)>();
        Read(archive, "xl/workbook.xml", null, e =>
        {
            if (e.LocalName == "workbookPr")
            {
                from1904 = e.GetAttribute("date1904") is "1" or "true";
            }
            else if (e.LocalName == "sheet")
            {
                sheets.Add((e.GetAttribute("name") ?? "", parts.GetValueOrDefault(e.GetAttribute("id", Relations) ?? e.GetAttribute("id", StrictRelations) ?? "", "")));
            }
        });
        foreach (var (name, part) in sheets)
        {
            var (rows, columns) = (new HashSet<int>(), new HashSet<int>());
            var row = 0;
            Read(archive, part.StartsWith('/') ? part[1..] : "xl/" + part, null, e =>
            {
                if (e.LocalName == "row")
                {
                    row = Number(e, "r") ?? row + 1;
                    _ = IsHidden(e) && rows.Add(row);
                }
                else if (e.LocalName == "col" && IsHidden(e) && Number(e, "min") is { } first && Number(e, "max") is { } last)
                {
                    columns.UnionWith(Enumerable.Range(first - 1, Math.Clamp(last - first + 1, 0, ExcelReader.MostColumns)));
                }
            });
            if (rows.Count + columns.Count > 0)
            {
                hidden[name] = (rows, columns);
            }
        }

        return new WorkbookMarks(from1904, hidden);
    }

    private static bool IsHidden(XmlReader element) => element.GetAttribute("hidden") == "true";

    private static int? Number(XmlReader element, string attribute) =>
        int.TryParse(element.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void Read(ZipArchive archive, string part, string? element, Action<XmlReader> seen)
    {
        if (archive.Entries.FirstOrDefault(e => e.FullName.Equals(part, StringComparison.OrdinalIgnoreCase)) is not { } entry)
        {
            return;
        }

        using var content = entry.Open();
        using var reader = XmlReader.Create(content);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && (element is null || reader.LocalName == element))
            {
                seen(reader);
            }
        }
    }
}
