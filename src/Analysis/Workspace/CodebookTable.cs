using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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

    public static CodebookWrite Save(SqliteConnection connection, string yaml, int readVersion, string who, DateTimeOffset when)
    {
        var current = All(connection).LastOrDefault();
        if ((current?.Version ?? 0) != readVersion)
        {
            return new CodebookWrite(CodebookOutcome.ChangedMeanwhile, current);
        }

        if (current?.Yaml == yaml)
        {
            return new CodebookWrite(CodebookOutcome.Unchanged, current);
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml)));
        var version = new CodebookVersion(readVersion + 1, when, who, sha256, yaml);
        using var insert = new Statement(connection, "INSERT INTO codebook_versions (version, at, who, sha256, yaml) VALUES ($1, $2, $3, $4, $5)");
        insert.Run(version.Version, when, who, sha256, yaml);
        Journal.Append(
            connection, when, who, JournalKind.Codebook, version.Version.ToString(CultureInfo.InvariantCulture), StoredJson.Write(new { sha256 }));
        return new CodebookWrite(CodebookOutcome.Written, version);
    }
}
