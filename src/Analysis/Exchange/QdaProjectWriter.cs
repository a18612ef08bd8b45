using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using FeedbackLab.Analysis.Themes.Codebooks;

namespace FeedbackLab.Analysis.Exchange;

/// <summary>Writes projects of the exchange format REFI-QDA 1.5: <c>project.qde</c> and a text a source in <c>sources/</c>.</summary>
public static class QdaProjectWriter
{
    // The earliest time that a ZIP file can tell.
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly XNamespace Space = "urn:QDA-XML:project:1.0";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The file's bytes; the same project gives the same bytes.</summary>
    /// <param name="project">The project.</param>
    public static byte[] Write(QdaProject project)
    {
        ArgumentNullException.ThrowIfNull(project);
        using var written = new MemoryStream();
        using (var archive = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "project.qde", Xml(project));
            foreach (var source in project.Sources.OrderBy(s => FileOf(s), StringComparer.Ordinal))
            {
                Add(archive, "sources/" + FileOf(source), Utf8.GetBytes(source.Text));
            }
        }

        return written.ToArray();
    }

    /// <summary>The text of <c>project.qde</c>: UTF-8, LF at line ends, elements in the standard's order, empty containers left out.</summary>
    /// <param name="project">The project.</param>
    public static byte[] Xml(QdaProject project)
    {
        ArgumentNullException.ThrowIfNull(project);
        var root = new XElement(
            Space + "Project",
            new XAttribute("name", ExchangeLines.Xml(project.Name)),
            new XAttribute("origin", QdaCodebook.Origin),
            Time("creationDateTime", project.Created),
            Time("modifiedDateTime", project.Modified),
            Container("Users", project.Users.Select(u => new XElement(Space + "User", Id(u.Id), Name(u.Name)))),
            project.Codebook is null ? null : new XElement(Space + "CodeBook", QdaCodebook.Codes(Space, project.Codebook)),
            Container("Variables", project.Variables.Select(v => new XElement(Space + "Variable", Id(v.Id), Name(v.Name), new XAttribute("typeOfVariable", v.Type)))),
            Container("Cases", project.Cases.Select(c => Case(c, project.Variables))),
            Container("Sources", project.Sources.Select(s => Source(s, project.Variables))),
            Container("Notes", project.Notes.Select(Note)));
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize, Encoding = Utf8 }))
        {
            root.Save(writer);
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static string FileOf(QdaSource source) => source.Id.ToString() + ".txt";

    private static void Add(ZipArchive archive, string name, byte[] bytes)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Earliest;
        using var stream = entry.Open();
        stream.Write(bytes);
    }

    private static XElement? Container(string name, IEnumerable<XElement> elements)
    {
        var all = elements.ToList();
        return all.Count == 0 ? null : new XElement(Space + name, all);
    }

    private static XElement Case(QdaCase given, ImmutableArray<QdaVariable> variables) => new(
        Space + "Case",
        Id(given.Id),
        Name(given.Name),
        given.Values.Select(v => Value(v, variables)),
        given.Sources.Select(s => Reference("SourceRef", s)),
        given.Selections.Select(s => Reference("SelectionRef", s)));

    private static XElement Source(QdaSource source, ImmutableArray<QdaVariable> variables)
    {
        var points = CodePoints.Of(source.Text);
        return new XElement(
            Space + "TextSource",
            Id(source.Id),
            Name(source.Name),
            new XAttribute("plainTextPath", "internal://" + FileOf(source)),
            Description(source.Description),
            source.Selections.Select(s => new XElement(
                Space + "PlainTextSelection",
                Id(s.Id),
                Name(s.Name),
                new XAttribute("startPosition", points.Before(s.Span.Start)),
                new XAttribute("endPosition", points.Before(s.Span.End)),
                Description(s.Description),
                s.Codings.Select(Coding),
                s.Notes.Select(n => Reference("NoteRef", n)))),
            source.Values.Select(v => Value(v, variables)));
    }

    private static XElement Coding(QdaCoding coding) => new(
        Space + "Coding",
        Id(coding.Id),
        coding.User is { } user ? new XAttribute("creatingUser", user.ToString()) : null,
        Time("creationDateTime", coding.When),
        Reference("CodeRef", coding.Code));

    private static XElement Note(QdaNote note) => new(
        Space + "Note", Id(note.Id), Name(note.Name), Description(note.Description), new XElement(Space + "PlainTextContent", ExchangeLines.Xml(note.Text)));

    private static XElement Value(QdaValue value, ImmutableArray<QdaVariable> variables) => new(
        Space + "VariableValue",
        Reference("VariableRef", value.Variable),
        new XElement(Space + (variables.First(v => v.Id == value.Variable).Type + "Value"), ExchangeLines.Xml(value.Value)));

    private static XElement Reference(string name, Guid target) => new(Space + name, new XAttribute("targetGUID", target.ToString()));

    private static XElement? Description(string text) => text.Length == 0 ? null : new XElement(Space + "Description", ExchangeLines.Xml(text));

    private static XAttribute Id(Guid id) => new("guid", id.ToString());

    private static XAttribute? Name(string name) => name.Length == 0 ? null : new XAttribute("name", ExchangeLines.Xml(name));

    private static XAttribute? Time(string name, DateTimeOffset? time) =>
        time is null ? null : new XAttribute(name, time.Value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));
}
