using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;
using FeedbackLab.Ingest.Mapping;
using Microsoft.Data.Sqlite;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>Reads sources and what they hold, in the versions that are in force.</summary>
internal static class SourceTables
{
    private const string Place = "line_start, line_end, page, \"row\", \"column\", sheet, item";

    /// <summary>Versions in force, by the source's name (ordinal), with the rows' ids.</summary>
    public static ImmutableArray<(long Id, long Version, StoredSource Source)> Sources(SqliteConnection connection)
    {
        using var statement = new Statement(connection, """
            SELECT s.id, v.id, s.name, v.sha256, v.format, v.encoding, v.title, v.year, v.lines, v.columns, s.key, v.import_from, v.mapping,
              (SELECT COUNT(*) FROM comments c WHERE c.version_id = v.id)
            FROM sources s JOIN source_versions v ON v.source_id = s.id AND v.import_to IS NULL
            """);
        var sources = statement.Read(r => (r.GetInt64(0), r.GetInt64(1), Source: new StoredSource(
            new Source(
                r.Text(2), r.Text(3), r.Name<SourceFormat>(4), r.Text(5), r.TextOrNull(6), r.NumberOrNull(7), r.GetInt32(8),
                StoredJson.Read<ImmutableArray<ColumnReading>>(r.Text(9)))
            {
                Mapping = Mapping(r.TextOrNull(12)),
            },
            r.Text(10), r.GetInt64(11), r.TextOrNull(12), r.GetInt32(13))));
        return [.. sources.OrderBy(s => s.Source.Source.Name, StringComparer.Ordinal)];
    }

    /// <summary>Everything in force, in the order of <c>CorpusReader</c>.</summary>
    public static CommentCorpus Corpus(SqliteConnection connection)
    {
        var sources = Sources(connection);
        using var comments = Comments(connection);
        using var leftOut = new Statement(connection, $"SELECT reason, respondent, question, year, text, {Place}, discussion, attributes FROM left_out WHERE version_id = $1 ORDER BY position");
        using var tables = new Statement(connection, $"SELECT title, columns, rows, total, {Place} FROM count_tables WHERE version_id = $1 ORDER BY position");
        using var skipped = new Statement(connection, "SELECT path FROM skipped");
        return new CommentCorpus(
            [.. sources.Select(s => s.Source.Source)],
            [.. sources.SelectMany(s => comments.Read(CommentRow(s.Source.Source.Name), s.Version))],
            [.. sources.SelectMany(s => leftOut.Read(LeftOutRow(s.Source.Source.Name), s.Version))],
            Meetings(connection, sources),
            [.. sources.SelectMany(s => tables.Read(TableRow(s.Source.Source.Name), s.Version))],
            [.. Problems(connection).OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line ?? 0)],
            [.. skipped.Read(r => r.Text(0)).Order(StringComparer.Ordinal)]);
    }

    /// <summary>The meetings of the sources in force, in the order of <c>CorpusReader</c>.</summary>
    public static ImmutableArray<Meeting> Meetings(SqliteConnection connection) => Meetings(connection, Sources(connection));

    /// <summary>The comments of one version, in order.</summary>
    public static List<Comment> Comments(SqliteConnection connection, long version, string source)
    {
        using var statement = Comments(connection);
        return statement.Read(CommentRow(source), version);
    }

    public static CommentPage Comments(SqliteConnection connection, CommentFilter filter)
    {
        const string Where = "version_id = $1 AND ($2 IS NULL OR respondent = $2) AND ($3 IS NULL OR year = $3)";
        using var count = new Statement(connection, $"SELECT COUNT(*) FROM comments WHERE {Where}");
        using var page = new Statement(connection, $"{CommentColumns} WHERE {Where} ORDER BY position LIMIT $4 OFFSET $5");
        var found = ImmutableArray.CreateBuilder<Comment>();
        var total = 0;
        foreach (var (_, version, stored) in Sources(connection))
        {
            var name = stored.Source.Name;
            if (filter.Source is not null && filter.Source != name)
            {
                continue;
            }

            var here = count.Read(r => r.GetInt32(0), version, filter.Respondent, filter.Year).Single();
            var skip = Math.Max(0, filter.Skip - total);
            if (skip < here && found.Count < filter.Take)
            {
                found.AddRange(page.Read(CommentRow(name), version, filter.Respondent, filter.Year, filter.Take - found.Count, skip));
            }

            total += here;
        }

        return new CommentPage(found.ToImmutable(), total);
    }

    public static ImmutableArray<Comment> Comments(SqliteConnection connection, IReadOnlyList<string> ids)
    {
        using var source = new Statement(connection, "SELECT source, version_id FROM current_comments WHERE id = $1 LIMIT 1");
        using var comment = new Statement(connection, $"{CommentColumns} WHERE version_id = $1 AND id = $2 LIMIT 1");
        return
        [
            .. ids.SelectMany(id => source.Read(r => (Name: r.Text(0), Version: r.GetInt64(1)), id)
                .SelectMany(s => comment.Read(CommentRow(s.Name), s.Version, id))),
        ];
    }

    /// <summary>Problems in force: those of the versions in force, and of files that no later import could tell anything else of.</summary>
    private static List<Problem> Problems(SqliteConnection connection)
    {
        using var statement = new Statement(connection, """
            SELECT p.severity, p.file, p.line, p.what_ja, p.what_en, p.remedy_ja, p.remedy_en
            FROM problems p LEFT JOIN source_versions v ON v.id = p.version_id
            WHERE p.import_to IS NULL AND v.import_to IS NULL
            ORDER BY p.import_from, p.position
            """);
        return statement.Read(ProblemRow);
    }

    /// <summary>A problem in seven columns, the first of a row.</summary>
    public static Problem ProblemRow(SqliteDataReader r) => new(
        r.Name<ProblemSeverity>(0), r.Text(1), r.NumberOrNull(2), new BilingualText(r.Text(3), r.Text(4)), new BilingualText(r.Text(5), r.Text(6)));

    // A mapping that people wrote by hand may be any text.
    private static SourceMapping? Mapping(string? yaml)
    {
        try
        {
            return yaml is null ? null : MappingYaml.Read(yaml).Sources.FirstOrDefault();
        }
        catch (DefinitionException)
        {
            return null;
        }
    }

    private const string CommentColumns = $"SELECT id, kind, respondent, meeting, question, year, text, attributes, {Place} FROM comments";

    private static Statement Comments(SqliteConnection connection) => new(connection, $"{CommentColumns} WHERE version_id = $1 ORDER BY position");

    private static Func<SqliteDataReader, Comment> CommentRow(string source) => r => new Comment(
        r.Text(0), source, r.Name<CommentKind>(1), r.TextOrNull(2), r.TextOrNull(3), r.TextOrNull(4), r.NumberOrNull(5), r.Place(8), r.Text(6),
        Attributes(r.Text(7)));

    private static ImmutableArray<CommentAttribute> Attributes(string json) =>
        json == VersionWriter.NoAttributes ? [] : StoredJson.Read<ImmutableArray<CommentAttribute>>(json);

    private static Func<SqliteDataReader, LeftOut> LeftOutRow(string source) => r => new LeftOut(
        source, r.Name<LeftOutReason>(0), r.TextOrNull(1), r.TextOrNull(2), r.NumberOrNull(3), r.Place(5), r.Text(4))
    {
        Discussion = r.Text(12) is VersionWriter.NoAttributes ? [] : StoredJson.Read<ImmutableArray<SourceHeading>>(r.Text(12)),
        Attributes = Attributes(r.Text(13)),
    };

    private static ImmutableArray<Meeting> Meetings(SqliteConnection connection, ImmutableArray<(long Id, long Version, StoredSource Source)> sources)
    {
        using var meetings = new Statement(connection, $"SELECT id, title, date, date_text, venue, organisations, people, participants_text, topic, content, absent_text, {Place} FROM meetings WHERE version_id = $1 ORDER BY position");
        return [.. sources.SelectMany(s => meetings.Read(MeetingRow(s.Source.Source.Name), s.Version))];
    }

    private static Func<SqliteDataReader, Meeting> MeetingRow(string source) => r => new Meeting(
        r.Text(0), source, r.Text(1), r.TextOrNull(2) is { } day ? StoredText.Day(day) : null, r.TextOrNull(3), r.TextOrNull(4),
        r.NumberOrNull(5), r.NumberOrNull(6), r.TextOrNull(7), r.TextOrNull(8), r.TextOrNull(9), r.Place(11))
    {
        AbsentText = r.TextOrNull(10),
    };

    private static Func<SqliteDataReader, CountTable> TableRow(string source) => r => new CountTable(
        source, r.Text(0), StoredJson.Read<ImmutableArray<CountColumn>>(r.Text(1)), StoredJson.Read<ImmutableArray<CountRow>>(r.Text(2)),
        r.TextOrNull(3) is { } total ? StoredJson.Read<CountRow>(total) : null, r.Place(4));
}
