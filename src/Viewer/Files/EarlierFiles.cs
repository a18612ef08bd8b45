using System.Collections.Immutable;

namespace FeedbackLab.Viewer.Files;

/// <summary>Files of earlier reports and analyses in a folder: for use within the council, they must not lie beside what is published.</summary>
internal static class EarlierFiles
{
    private static readonly ImmutableArray<string> Names =
    [
        "report.docx", "report.xlsx", "report.pptx", "report.html", "report.md", "report.json", "themes.csv", "quotations.csv", "changes.csv",
        "comments.csv", "mapping.yaml", "findings.json", "feedback.db",
    ];

    /// <summary>Those that would stay beside the files to be written, by path below the folder, <c>/</c> between its parts.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    /// <param name="written">Paths of the files to be written.</param>
    public static ImmutableArray<string> Beside(string folder, IEnumerable<string> written)
    {
        var charts = Path.Combine(folder, "charts");
        return
        [
            .. Names.SelectMany(n => new[] { n, n + ResultFolder.Temporary }).Where(n => File.Exists(Path.Combine(folder, n)))
                .Concat(Directory.Exists(charts)
                    ? Directory.EnumerateFiles(charts).Where(c => c.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) || c.EndsWith(".svg" + ResultFolder.Temporary, StringComparison.OrdinalIgnoreCase))
                        .Select(c => "charts/" + Path.GetFileName(c)).Order(StringComparer.Ordinal)
                    : [])
                .Except(written, StringComparer.Ordinal),
        ];
    }
}
