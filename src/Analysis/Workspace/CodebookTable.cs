using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Definitions;
using Microsoft.Data.Sqlite;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>Reads and writes versions of the codebook, inside the caller's transaction.</summary>
internal static class CodebookTable
{
    public static ImmutableArray<CodebookVersion> All(SqliteConnection connection)
    {
        using var statement = new Statement(connection, "SELECT version, at, who, sha256, yaml FROM codebook_versions ORDER BY version");
        return [.. statement.Read(r => new CodebookVersion(r.GetInt32(0), r.Time(1), r.Text(2), r.Text(3), r.Text(4)))];
    }

    /// <summary>Writes a version with its entries in the ledger, and carries the codings over.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="yaml">The codebook's text.</param>
    /// <param name="codebook">The same, read.</param>
    /// <param name="steps">What was done; null where that is told from the version before.</param>
    /// <param name="readVersion">The version that it was made from.</param>
    /// <param name="who">Who.</param>
    /// <param name="when">When.</param>
    /// <param name="note">Why.</param>
    public static CodebookWrite Save(
        SqliteConnection connection, string yaml, Codebook codebook, ImmutableArray<CodeStep>? steps, int readVersion, string who, DateTimeOffset when, string note)
    {
        var versions = All(connection);
        var current = versions.LastOrDefault();
        if ((current?.Version ?? 0) != readVersion)
        {
            return new CodebookWrite(CodebookOutcome.ChangedMeanwhile, current);
        }

        if (current?.Yaml == yaml)
        {
            return new CodebookWrite(CodebookOutcome.Unchanged, current);
        }

        var earlier = versions.Select(v => CodebookReader.Read(v.Yaml)).ToList();
        var revision = steps is { } told ? new CodebookRevision(codebook, told)
            : current is null ? new CodebookRevision(codebook, [])
            : CodebookRevision.Between(earlier[^1], codebook);
        var back = revision.ComingBack(earlier);
        var others = back.Where(b => b.Now.Name.Ja != b.Before.Name.Ja || !CodebookRevision.IsSameMeaning(b.Now, b.Before)).ToList();
        if (others.Count > 0)
        {
            return new CodebookWrite(CodebookOutcome.IdUsedBefore, current) { UsedBefore = [.. others.Select(b => b.Before)] };
        }

        var returning = back.Select(b => b.Now.Id).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<CodeStep> done =
        [
            .. revision.Steps.Select(s => s.Operation == CodeOperation.Added && s.To.All(returning.Contains) ? s with { Operation = CodeOperation.Reinstated } : s),
        ];
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml)));
        var version = new CodebookVersion(readVersion + 1, when, who, sha256, yaml);
        using var insert = new Statement(connection, "INSERT INTO codebook_versions (version, at, who, sha256, yaml) VALUES ($1, $2, $3, $4, $5)");
        insert.Run(version.Version, when, who, sha256, yaml);
        var number = version.Version.ToString(CultureInfo.InvariantCulture);
        Journal.Append(connection, when, who, JournalKind.Codebook, number, StoredJson.Write(new { sha256 }));
        var entries = CodeLedgerTable.Append(connection, version.Version, done, who, when, note);
        var carried = CodingCarrying.Apply(connection, entries);
        if (!done.IsEmpty)
        {
            Journal.Append(connection, when, who, JournalKind.CodesChanged, number, StoredJson.Write(new { steps = done, carried.CarriedOver, carried.SetAside, carried.Reopened, keepsCodings = true }));
        }

        return new CodebookWrite(CodebookOutcome.Written, version) { Entries = entries, Carried = carried };
    }

    /// <summary>The merge that was the last change of the codes, where codings of before are kept beside it; null else.</summary>
    public static CodeLedgerEntry? UndoableMerge(SqliteConnection connection) => UndoableMerge(connection, All(connection));

    /// <summary>Undoes the merge that was the last change of the codes.</summary>
    /// <exception cref="DefinitionException">It cannot be undone.</exception>
    public static CodebookWrite UndoMerge(SqliteConnection connection, int readVersion, string who, DateTimeOffset when, string note)
    {
        var versions = All(connection);
        var current = versions.LastOrDefault();
        if ((current?.Version ?? 0) != readVersion)
        {
            return new CodebookWrite(CodebookOutcome.ChangedMeanwhile, current);
        }

        if (UndoableMerge(connection, versions) is not { } merge)
        {
            throw DefinitionNode.Invalid(1, "最後の変更が統合ではないので、取り消せません。分けるには split を使ってください。", "The last change was no merge, so there is nothing to undo. Split the code instead.");
        }

        if (CodingCarrying.DecidedSince(connection, merge) is > 0 and var decided)
        {
            throw DefinitionNode.Invalid(
                1,
                $"統合のあとに、まとめたコードで {decided} 件の判断があったので、取り消せません。どちらのコードの判断かは決められないためです。分けるには split を使ってください。",
                $"{decided} decisions were made by the merged code since, and nobody can tell which of the codes they mean. Split the code instead.");
        }

        var before = versions[^2].Yaml;
        return Save(connection, before, CodebookReader.Read(before), [new CodeStep(CodeOperation.Undone, merge.Step.To, merge.Step.From)], readVersion, who, when, note);
    }

    private static CodeLedgerEntry? UndoableMerge(SqliteConnection connection, ImmutableArray<CodebookVersion> versions)
    {
        if (CodeLedgerTable.All(connection).Entries is not [.., { Id: > 0, Step.Operation: CodeOperation.Merged } last] || versions[^1].Version != last.Version)
        {
            return null;
        }

        // Merges by older programs wrote over the coding of the code that stayed.
        using var journal = new Statement(connection, "SELECT count(*) FROM journal WHERE kind = $1 AND subject = $2 AND json_extract(data, '$.keepsCodings')");
        return journal.Read(r => r.GetInt64(0), JournalKind.CodesChanged, last.Version.ToString(CultureInfo.InvariantCulture))[0] > 0 ? last : null;
    }
}
