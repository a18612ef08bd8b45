using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using Microsoft.Data.Sqlite;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>Writes one version of a source after the other.</summary>
internal sealed class VersionWriter(SqliteConnection connection) : IDisposable
{
    /// <summary>What is stored where a comment has no attributes.</summary>
    public const string NoAttributes = "[]";

    private const string Place = "line_start, line_end, page, \"row\", \"column\", sheet, item";

    private readonly Statement _version = new(connection, "INSERT INTO source_versions (source_id, import_from, sha256, format, encoding, title, year, lines, columns, mapping) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");
    private readonly Statement _comment = new(connection, $"INSERT INTO comments (version_id, position, id, kind, respondent, meeting, question, year, text, attributes, {Place}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)");
    private readonly Statement _leftOut = new(connection, $"INSERT INTO left_out (version_id, position, reason, respondent, question, year, text, discussion, attributes, {Place}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)");
    private readonly Statement _meeting = new(connection, $"INSERT INTO meetings (version_id, position, id, title, date, date_text, venue, organisations, people, participants_text, topic, content, absent_text, {Place}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)");
    private readonly Statement _table = new(connection, $"INSERT INTO count_tables (version_id, position, title, columns, rows, total, {Place}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)");
    private readonly Statement _problem = new(connection, "INSERT INTO problems (version_id, import_from, position, severity, file, line, what_ja, what_en, remedy_ja, remedy_en) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");

    /// <summary>The new version's row id.</summary>
    /// <param name="source">Row id of its source.</param>
    /// <param name="import">The import that brings it.</param>
    /// <param name="read">The file as it was read, its comments with the ids that they shall have.</param>
    /// <param name="mapping">The mapping's text; null where there is none.</param>
    public long Write(long source, long import, SourceReading read, string? mapping)
    {
        var s = read.Source;
        var version = _version.Insert(
            source, import, s.Sha256, s.Format, s.Encoding, s.Title, s.Year, s.Lines, StoredJson.Write(s.Columns), mapping);
        for (var i = 0; i < read.Comments.Count; i++)
        {
            Write(version, i, read.Comments[i]);
        }

        for (var i = 0; i < read.LeftOut.Count; i++)
        {
            var (l, p) = (read.LeftOut[i], read.LeftOut[i].Place);
            _leftOut.Run(
                version, i, l.Reason, l.Respondent, l.Question, l.Year, l.Text, l.Discussion.IsEmpty ? NoAttributes : StoredJson.Write(l.Discussion), Stored(l.Attributes),
                p.LineStart, p.LineEnd, p.Page, p.Row, p.Column, p.Sheet, p.Item);
        }

        for (var i = 0; i < read.Meetings.Count; i++)
        {
            var (m, p) = (read.Meetings[i], read.Meetings[i].Place);
            _meeting.Run(
                version, i, m.Id, m.Title, m.Date, m.DateText, m.Venue, m.Organisations, m.People, m.ParticipantsText, m.Topic, m.Content, m.AbsentText,
                p.LineStart, p.LineEnd, p.Page, p.Row, p.Column, p.Sheet, p.Item);
        }

        for (var i = 0; i < read.Tables.Count; i++)
        {
            var (t, p) = (read.Tables[i], read.Tables[i].Place);
            _table.Run(
                version, i, t.Title, StoredJson.Write(t.Columns), StoredJson.Write(t.Rows), t.Total is null ? null : StoredJson.Write(t.Total),
                p.LineStart, p.LineEnd, p.Page, p.Row, p.Column, p.Sheet, p.Item);
        }

        return version;
    }

    /// <summary>Adds a problem of a version, or (version null) of a file that could not be read.</summary>
    public void Write(long? version, long import, int position, Problem problem) => _problem.Run(
        version, import, position, problem.Severity, problem.File, problem.Line, problem.What.Ja, problem.What.En, problem.Remedy.Ja, problem.Remedy.En);

    /// <inheritdoc/>
    public void Dispose()
    {
        _version.Dispose();
        _comment.Dispose();
        _leftOut.Dispose();
        _meeting.Dispose();
        _table.Dispose();
        _problem.Dispose();
    }

    private static string Stored(ImmutableArray<CommentAttribute> attributes) => attributes.IsEmpty ? NoAttributes : StoredJson.Write(attributes);

    private void Write(long version, int position, Comment c)
    {
        var p = c.Place;
        _comment.Run(
            version, position, c.Id, c.Kind, c.Respondent, c.Meeting, c.Question, c.Year, c.Text,
            Stored(c.Attributes), p.LineStart, p.LineEnd, p.Page, p.Row, p.Column, p.Sheet, p.Item);
    }
}

/// <summary>One source of a corpus with all that is its own.</summary>
/// <param name="Source">The source.</param>
/// <param name="Comments">Its comments, in order.</param>
/// <param name="LeftOut">What was left out, in order.</param>
/// <param name="Meetings">Its meetings, in order.</param>
/// <param name="Tables">Its tables of counts, in order.</param>
internal sealed record SourceReading(
    Source Source, IReadOnlyList<Comment> Comments, IReadOnlyList<LeftOut> LeftOut, IReadOnlyList<Meeting> Meetings, IReadOnlyList<CountTable> Tables);
