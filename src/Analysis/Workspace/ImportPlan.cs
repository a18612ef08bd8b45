using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Layout;
using Microsoft.Data.Sqlite;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>What an import is going to do, found out before the first row is written.</summary>
/// <param name="Sources">Outcomes for the user, one a source of the batch.</param>
/// <param name="Versions">Versions to write.</param>
/// <param name="Settled">Row ids of problems that the batch settles.</param>
/// <param name="Problems">Problems of files that are no source of the batch, with their position in it.</param>
/// <param name="Skipped">Paths passed over for the first time.</param>
internal sealed record ImportPlan(
    ImmutableArray<SourceImport> Sources,
    ImmutableArray<PlannedVersion> Versions,
    ImmutableArray<long> Settled,
    ImmutableArray<(int Position, Problem Problem)> Problems,
    ImmutableArray<string> Skipped)
{
    public bool ChangesNothing => Versions.IsEmpty && Settled.IsEmpty && Problems.IsEmpty && Skipped.IsEmpty;

    public static ImportPlan Of(SqliteConnection connection, ImportBatch batch)
    {
        var corpus = batch.Corpus;
        var known = SourceTables.Sources(connection).Select(s => new Known(s.Id, s.Version, s.Source.Source.Name, s.Source.Key, s.Source.Source.Sha256, s.Source.Mapping)).ToList();
        using var keyOwner = new Statement(connection, "SELECT id FROM sources WHERE key = $1");
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var codings = new Lazy<Dictionary<string, (int All, int Decided)>>(() => DecisionsByComment(connection));
        var mappings = batch.Mappings.ToDictionary(m => m.Source, m => m.Yaml, StringComparer.Ordinal);
        var (comments, leftOut, meetings, tables) = (
            corpus.Comments.ToLookup(c => c.Source), corpus.LeftOut.ToLookup(l => l.Source), corpus.Meetings.ToLookup(m => m.Source), corpus.Tables.ToLookup(t => t.Source));
        var outcomes = ImmutableArray.CreateBuilder<SourceImport>();
        var versions = ImmutableArray.CreateBuilder<PlannedVersion>();
        foreach (var source in corpus.Sources)
        {
            var mapping = mappings.GetValueOrDefault(source.Name);
            var before = known.Find(k => JapaneseText.Composed(k.Name) == JapaneseText.Composed(source.Name));
            var same = before?.Sha256 == source.Sha256 ? before : known.Find(k => k.Sha256 == source.Sha256);
            if (same is not null && (same != before || mapping is null || mapping == same.Mapping))
            {
                outcomes.Add(new SourceImport(source.Name, ImportOutcome.AlreadyThere, same.Name, 0, 0, 0, 0, 0, 0, 0, 0));
                continue;
            }

            var key = before?.Key ?? FreeKey(source.Sha256, k => keys.Add(k) && keyOwner.Read(r => r.GetInt64(0), k).Count == 0);
            List<Comment> after = [.. comments[source.Name]];
            var old = before is null ? [] : SourceTables.Comments(connection, before.Version, source.Name);
            var matches = ImportMatching.Match(old, after);

            // A first version keeps the ids that it was read with, unless its content was once another source's first version.
            ImmutableArray<Comment> written = before is null && key == source.Sha256 ? [.. after] : ImportMatching.WithIds(key, old, after, matches);
            outcomes.Add(Outcome(source.Name, old, written, matches, before is not null, codings.Value));
            versions.Add(new PlannedVersion(
                before?.Source, before?.Version, key, mapping ?? (same is null ? null : same.Mapping),
                new SourceReading(source, written, [.. leftOut[source.Name]], [.. meetings[source.Name]], [.. tables[source.Name]]),
                [.. corpus.Problems.Index().Where(p => p.Item.File == source.Name)],
                before is null ? [] : Retexted(connection, old, written, matches, codings.Value)));
            known.RemoveAll(k => k == before);
            known.Add(new Known(0, 0, source.Name, key, source.Sha256, mapping));
        }

        var (settled, open) = FileProblems(connection, corpus);
        using var skipped = new Statement(connection, "SELECT path FROM skipped");
        return new ImportPlan(
            outcomes.ToImmutable(), versions.ToImmutable(), settled, open,
            [.. corpus.Skipped.Except(skipped.Read(r => r.Text(0)), StringComparer.Ordinal)]);
    }

    private static SourceImport Outcome(
        string name, List<Comment> old, ImmutableArray<Comment> written, ImmutableArray<CommentMatch> matches, bool corrected, Dictionary<string, (int All, int Decided)> codings)
    {
        int Count(params ReadOnlySpan<MatchKind> kinds)
        {
            var count = 0;
            foreach (var match in matches)
            {
                count += kinds.Contains(match.Kind) ? 1 : 0;
            }

            return count;
        }

        var oldIds = old.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var newIds = written.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        int Codings(IEnumerable<string> ids) => ids.Sum(i => codings.GetValueOrDefault(i).All);
        return new SourceImport(
            name, corrected ? ImportOutcome.Corrected : ImportOutcome.Added, null,
            Count(MatchKind.Added), Count(MatchKind.Unchanged), Count(MatchKind.Moved), Count(MatchKind.Redescribed, MatchKind.Repunctuated, MatchKind.Reworded),
            old.Count - matches.Count(m => m.Before is not null),
            Codings(newIds.Where(oldIds.Contains)), Codings(oldIds.Where(i => !newIds.Contains(i))), Codings(newIds.Where(i => !oldIds.Contains(i))))
        {
            DecisionsSetAside = oldIds.Where(i => !newIds.Contains(i)).Sum(i => codings.GetValueOrDefault(i).Decided),
            CodingsRepunctuated = Codings(matches.Index().Where(m => m.Item.Kind == MatchKind.Repunctuated).Select(m => written[m.Index].Id)),
        };
    }

    // Comments under an id that decisions or proposals of another text hang on.
    private static ImmutableArray<Retexted> Retexted(
        SqliteConnection connection, List<Comment> old, ImmutableArray<Comment> written, ImmutableArray<CommentMatch> matches, Dictionary<string, (int All, int Decided)> codings)
    {
        using var last = new Statement(connection, "SELECT text FROM comments WHERE id = $1 ORDER BY version_id DESC LIMIT 1");
        return
        [
            .. written.Index().Where(w => codings.ContainsKey(w.Item.Id))
                .SelectMany(w => matches[w.Index].KeepsId ? [old[matches[w.Index].Before!.Value].Text] : last.Read(r => r.Text(0), w.Item.Id), (w, before) => new Retexted(w.Item.Id, before, w.Item.Text))
                .Where(r => r.Before != r.After),
        ];
    }

    // Codings in force, and a comment of which somebody found that no code fits as one; blind codings count too.
    private static Dictionary<string, (int All, int Decided)> DecisionsByComment(SqliteConnection connection)
    {
        using var statement = new Statement(connection, """
            SELECT comment_id, count(*), sum(decided) FROM (
              SELECT comment_id, state <> 'Proposed' AS decided FROM codings WHERE set_aside_by IS NULL
              UNION ALL SELECT DISTINCT comment_id, 1 FROM looked_at l WHERE blind = 0 AND NOT EXISTS (SELECT 1 FROM codings g WHERE g.comment_id = l.comment_id AND g.state <> 'Proposed' AND g.set_aside_by IS NULL)
              UNION ALL SELECT comment_id, 0 FROM looked_at WHERE blind = 1)
            GROUP BY comment_id
            """);
        return statement.Read(r => (Id: r.Text(0), All: r.GetInt32(1), Decided: r.GetInt32(2))).ToDictionary(c => c.Id, c => (c.All, c.Decided), StringComparer.Ordinal);
    }

    private static string FreeKey(string sha256, Func<string, bool> isFree)
    {
        var key = sha256;
        for (var n = 2; !isFree(key); n++)
        {
            key = string.Create(CultureInfo.InvariantCulture, $"{sha256}#{n}");
        }

        return key;
    }

    /// <summary>Problems of files without a version: what the batch says of a file takes the place of what was said before.</summary>
    private static (ImmutableArray<long> Settled, ImmutableArray<(int Position, Problem Problem)> Open) FileProblems(SqliteConnection connection, CommentCorpus corpus)
    {
        var sources = corpus.Sources.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        var said = corpus.Problems.Index().Where(p => !sources.Contains(p.Item.File)).ToLookup(p => p.Item.File, StringComparer.Ordinal);
        using var statement = new Statement(connection, """
            SELECT severity, file, line, what_ja, what_en, remedy_ja, remedy_en, id FROM problems
            WHERE version_id IS NULL AND import_to IS NULL ORDER BY import_from, position
            """);
        var before = statement.Read(r => (Problem: SourceTables.ProblemRow(r), Id: r.GetInt64(7))).ToLookup(p => p.Problem.File, StringComparer.Ordinal);
        var news = said.Where(f => !before[f.Key].Select(p => p.Problem).SequenceEqual(f.Select(p => p.Item))).ToList();
        var settled = before.Where(f => sources.Contains(f.Key) || news.Exists(n => n.Key == f.Key)).SelectMany(f => f).Select(p => p.Id);
        return ([.. settled], [.. news.SelectMany(f => f).OrderBy(p => p.Index)]);
    }

    private sealed record Known(long Source, long Version, string Name, string Key, string Sha256, string? Mapping);
}

/// <summary>A version to write.</summary>
/// <param name="SourceRow">Row id of its source; null for a new one.</param>
/// <param name="Replaces">Row id of the version that it replaces; null for a new source.</param>
/// <param name="Key">The source's key.</param>
/// <param name="Mapping">The mapping's text; null where there is none.</param>
/// <param name="Reading">What it holds.</param>
/// <param name="Problems">Its problems, with their position in the batch.</param>
/// <param name="Retexted">Comments that have another text under the id of before.</param>
internal sealed record PlannedVersion(
    long? SourceRow, long? Replaces, string Key, string? Mapping, SourceReading Reading, ImmutableArray<(int Position, Problem Problem)> Problems,
    ImmutableArray<Retexted> Retexted);
