using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using Microsoft.Data.Sqlite;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>Writes what people decided of whole comments, inside the caller's transaction.</summary>
internal static class CommentDeciding
{
    public static CodingWrites Do(SqliteConnection connection, IReadOnlyList<CommentDecision> decisions)
    {
        var codebooks = CodebookTable.All(connection).Select(c => c.Version).ToHashSet();
        if (decisions.FirstOrDefault(d => !codebooks.Contains(d.CodebookVersion)) is { } wrong)
        {
            throw new ArgumentException($"There is no version {wrong.CodebookVersion} of the codebook.", nameof(decisions));
        }

        using var comment = new Statement(connection, "SELECT 1 FROM current_comments WHERE id = $1 LIMIT 1");
        using var journal = Journal.Appender(connection);
        var written = ImmutableArray.CreateBuilder<StoredCoding>();
        var refused = ImmutableArray.CreateBuilder<RefusedCoding>();
        foreach (var decision in decisions)
        {
            var look = new LookedAt(decision.CommentId, decision.Who, decision.When, decision.CodebookVersion, decision.IsBlind);
            if (decision.IsBlind)
            {
                PersonCodingTable.Remove(connection, decision.CommentId, decision.Who, isBlind: true);
                PersonCodingTable.Put(connection, decision.Codings.Select(c => c with { CommentId = decision.CommentId, Who = decision.Who }), isBlind: true);
                journal.Run(decision.When, decision.Who, JournalKind.BlindCoding, decision.CommentId, StoredJson.Write(decision));
                PersonCodingTable.Mark(connection, look);
                continue;
            }

            var writes = CodingTable.Save(connection, decision.Codings);
            written.AddRange(writes.Written);
            refused.AddRange(writes.Refused);
            if (writes.Refused.IsEmpty && comment.Read(r => r.GetInt32(0), decision.CommentId).Count == 0)
            {
                var none = new StoredCoding(decision.CommentId, string.Empty, CodingState.Rejected, null, [], decision.CodebookVersion, decision.Who, decision.When);
                refused.Add(new RefusedCoding(none, CodingRefusal.NoSuchComment, null));
            }
            else if (writes.Refused.IsEmpty)
            {
                PersonCodingTable.Mark(connection, look);
                journal.Run(decision.When, decision.Who, JournalKind.LookedAt, decision.CommentId, StoredJson.Write(look));
            }
        }

        return new CodingWrites(written.ToImmutable(), refused.ToImmutable());
    }
}
