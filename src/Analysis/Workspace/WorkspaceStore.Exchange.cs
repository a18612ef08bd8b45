using System.Collections.Immutable;
using FeedbackLab.Analysis.Exchange;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;
using Microsoft.Data.Sqlite;

namespace FeedbackLab.Analysis.Workspace;

/// <content>Exchange with other programs.</content>
public sealed partial class WorkspaceStore
{
    /// <summary>What can be exchanged; without the files' own texts.</summary>
    public ExchangeContent ExchangeContent() => _database.Read(c =>
    {
        var versions = CodebookTable.All(c);
        var read = versions.Select(v => CodebookReader.Read(v.Yaml)).ToList();
        var codings = CodingTable.InForce(c, null);
        var coded = codings.Select(k => k.CommentId).ToHashSet(StringComparer.Ordinal);
        return new ExchangeContent(
            SourceTables.Corpus(c),
            [.. SourceTables.Sources(c).Select(s => s.Source)],
            read.LastOrDefault(),
            versions.LastOrDefault()?.Version ?? 0,
            [.. read.SelectMany(b => b.Codes.Select(k => k.Id))],
            codings,
            PersonCodingTable.Accepted(c),
            [.. PersonCodingTable.Marks(c).Where(m => !m.IsBlind).Select(m => m.CommentId).Distinct(StringComparer.Ordinal).Where(id => !coded.Contains(id))]);
    });

    /// <summary>Takes a project in, in one transaction: its sources, its codes as a new version of the codebook, and its codings.</summary>
    /// <param name="batch">What comes in, made from <see cref="ExchangeContent"/>.</param>
    /// <param name="readVersion">The version of the codebook that it was made from.</param>
    /// <param name="note">Why, for the ledger of codes.</param>
    /// <exception cref="WorkspaceException">The codebook was changed meanwhile; nothing was written.</exception>
    public ProjectWrite TakeIn(ProjectBatch batch, int readVersion, string note)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(note);
        batch.Sources.Validate();
        var codebook = batch.Codebook is null ? null : CodebookReader.Read(batch.Codebook);
        return _database.Write(c =>
        {
            var (who, when) = (batch.Sources.Who, batch.Sources.When);
            var import = batch.Sources.Corpus.Sources.IsEmpty ? new ImportResult(null, []) : Importing.Do(c, batch.Sources);
            var written = codebook is null ? null : CodebookTable.Save(c, batch.Codebook!, codebook, null, readVersion, who, when, note);
            if (written is { Outcome: CodebookOutcome.ChangedMeanwhile or CodebookOutcome.IdUsedBefore })
            {
                throw new WorkspaceException(new BilingualText(
                    "そのあいだにコードブックの別の版ができました。何も変えていません。もう一度実行してください。", "Another version of the codebook came meanwhile. Nothing was changed. Run it again."));
            }

            var ids = IdsOf(c, batch.Sources.Corpus);
            var version = written?.Current?.Version ?? readVersion;
            StoredCoding Stored(ProjectCoding k) => new(ids.GetValueOrDefault(k.CommentId, k.CommentId), k.Code, k.State, null, k.Evidence, version, k.Who, k.When);

            // A proposal that a person's coding takes the place of has a number by now.
            var numbers = CodingTable.InForce(c, null).ToDictionary(k => (k.CommentId, k.Code), k => k.Version);
            var codings = CodingTable.Save(c, [.. batch.Codings.Select(Stored).Select(k => k with { Version = numbers.GetValueOrDefault((k.CommentId, k.Code)) })]);
            PersonCodingTable.Put(c, batch.OtherCodings.Select(Stored), isBlind: false);
            foreach (var (comment, coder, at) in version > 0 ? batch.Whole : [])
            {
                PersonCodingTable.MarkElsewhere(c, new CodedElsewhere(ids.GetValueOrDefault(comment, comment), coder, at, version));
            }

            return new ProjectWrite(import, written, codings.Written.Length, batch.OtherCodings.Length, codings.Refused);
        });
    }

    // A comment gets another id than in the batch where its source's key was taken.
    private static Dictionary<string, string> IdsOf(SqliteConnection connection, CommentCorpus corpus)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var brought = corpus.Comments.ToLookup(c => c.Source, StringComparer.Ordinal);
        foreach (var source in corpus.Sources)
        {
            foreach (var (given, stored) in brought[source.Name].Zip(SourceTables.Comments(connection, new CommentFilter(source.Name)).Comments))
            {
                ids.TryAdd(given.Id, stored.Id);
            }
        }

        return ids;
    }
}

/// <summary>What became of a project that a workspace took in.</summary>
/// <param name="Import">What the import of its sources did.</param>
/// <param name="Codebook">What became of its codes; null where it brought none.</param>
/// <param name="Codings">How many codings were written.</param>
/// <param name="OtherCodings">How many were kept by person beside those that stand.</param>
/// <param name="Refused">Codings that were not written, and why.</param>
public sealed record ProjectWrite(ImportResult Import, CodebookWrite? Codebook, int Codings, int OtherCodings, ImmutableArray<RefusedCoding> Refused);
