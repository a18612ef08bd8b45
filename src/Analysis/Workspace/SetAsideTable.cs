using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;
using Microsoft.Data.Sqlite;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>Decisions of people that are out of force because their comment has other words now, or is gone.</summary>
internal static class SetAsideTable
{
    public static ImmutableArray<SetAsideDecision> All(SqliteConnection connection)
    {
        using var marks = new Statement(connection, """
            SELECT l.comment_id, l.who, l.at FROM looked_at l WHERE l.blind = 0
            AND NOT EXISTS (SELECT 1 FROM current_comments c WHERE c.id = l.comment_id)
            AND NOT EXISTS (SELECT 1 FROM codings g WHERE g.comment_id = l.comment_id AND g.state <> 'Proposed' AND g.set_aside_by IS NULL)
            ORDER BY l.at
            """);
        var decisions = CodingTable.Orphaned(connection).Where(c => c.State != CodingState.Proposed)
            .Select(c => (Comment: c.CommentId, Code: (string?)c.Code, c.State, c.Who, c.When))
            .Concat(marks.Read(r => (Comment: r.Text(0), Code: (string?)null, State: CodingState.Rejected, Who: r.Text(1), When: r.Time(2))))
            .ToLookup(d => d.Comment, StringComparer.Ordinal);
        var decided = CodingTable.InForce(connection, null).Where(c => c.State != CodingState.Proposed).Select(c => (c.CommentId, c.Code)).ToHashSet();
        var looked = PersonCodingTable.Marks(connection).Where(m => !m.IsBlind).Select(m => m.CommentId).ToHashSet(StringComparer.Ordinal);

        // Decided again on the comment of now: taken over, or made anew.
        bool IsSettled(Comment? now, string? code) => now is not null && (code is null ? looked.Contains(now.Id) : decided.Contains((now.Id, code)));
        return
        [
            .. Comments(connection, [.. decisions.Select(d => d.Key)]).SelectMany(c => decisions[c.Before.Id].Where(d => !IsSettled(c.Now, d.Code)).Select(d =>
                new SetAsideDecision(c.Before, c.Now, d.Code, d.State, d.Who, d.When))),
        ];
    }

    // In the order of the files; a comment of an import that was undone is in no version.
    private static IEnumerable<(Comment Before, Comment? Now)> Comments(SqliteConnection connection, IReadOnlyList<string> ids)
    {
        using var find = new Statement(connection, """
            SELECT v.id, s.name, n.id FROM comments c JOIN source_versions v ON v.id = c.version_id JOIN sources s ON s.id = v.source_id
            JOIN source_versions n ON n.source_id = v.source_id AND n.import_to IS NULL WHERE c.id = $1 ORDER BY v.id DESC LIMIT 1
            """);
        var versions = ids.SelectMany(id => find.Read(r => (Id: id, Version: r.GetInt64(0), Source: r.Text(1), Now: r.GetInt64(2)), id))
            .GroupBy(f => (f.Version, f.Source, f.Now)).OrderBy(g => g.Key.Source, StringComparer.Ordinal).ThenBy(g => g.Key.Version);
        foreach (var version in versions)
        {
            var before = SourceTables.Comments(connection, version.Key.Version, version.Key.Source);
            var now = SourceTables.Comments(connection, version.Key.Now, version.Key.Source);
            var after = ImportMatching.Match(before, now).Index().Where(m => m.Item.Before is not null).ToDictionary(m => m.Item.Before!.Value, m => now[m.Index]);
            var wanted = version.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var (index, comment) in before.Index().Where(c => wanted.Contains(c.Item.Id)))
            {
                yield return (comment, after.GetValueOrDefault(index));
            }
        }
    }
}

/// <summary>A decision that is out of force because its comment has other words now, or is gone.</summary>
/// <param name="Before">The comment as it was.</param>
/// <param name="Now">The comment that stands in its place, of the same respondent to the same question; null where there is none.</param>
/// <param name="Code">The code's id; null where no code fitted.</param>
/// <param name="State">What was decided.</param>
/// <param name="Who">Who decided.</param>
/// <param name="When">When.</param>
public sealed record SetAsideDecision(Comment Before, Comment? Now, string? Code, CodingState State, string Who, DateTimeOffset When);
