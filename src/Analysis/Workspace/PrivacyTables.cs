using System.Collections.Immutable;
using System.Security.Cryptography;
using FeedbackLab.Analysis.Privacy;
using Microsoft.Data.Sqlite;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>Reads and writes the key of the pseudonyms and what was decided on names, inside the caller's transaction.</summary>
internal static class PrivacyTables
{
    private const int SecretLength = 32;

    /// <summary>The workspace's secret; made on first use.</summary>
    public static byte[] Secret(SqliteConnection connection)
    {
        using var read = new Statement(connection, "SELECT secret FROM privacy_key");
        if (read.Read(r => (byte[])r.GetValue(0)).FirstOrDefault() is { } known)
        {
            return known;
        }

        var secret = RandomNumberGenerator.GetBytes(SecretLength);
        using var insert = new Statement(connection, "INSERT INTO privacy_key (id, secret) VALUES (1, $1)");
        insert.Run(secret);
        return secret;
    }

    /// <summary>The pseudonyms, in the order in which they were given.</summary>
    public static ImmutableArray<Pseudonym> Pseudonyms(SqliteConnection connection)
    {
        using var statement = new Statement(connection, "SELECT kind, name, text FROM pseudonyms ORDER BY id");
        return [.. statement.Read(r => new Pseudonym(Enum.Parse<PersonalDataKind>(r.GetString(0)), r.Text(1), r.Text(2)))];
    }

    /// <summary>Gives the names that have none a pseudonym and keeps it.</summary>
    public static ImmutableArray<Pseudonym> Give(
        SqliteConnection connection, IEnumerable<(PersonalDataKind Kind, string Name)> names, IReadOnlySet<string> taken, PrivacyWords words)
    {
        var before = Pseudonyms(connection);
        var all = Privacy.Pseudonyms.Of(names, before, taken, Secret(connection), words);
        using var insert = new Statement(connection, "INSERT INTO pseudonyms (kind, name, text) VALUES ($1, $2, $3)");
        foreach (var pseudonym in all[before.Length..])
        {
            insert.Run(pseudonym.Kind, pseudonym.Name, pseudonym.Text);
        }

        return all;
    }

    /// <summary>What was decided on names, oldest first.</summary>
    public static ImmutableArray<NameDecision> Decisions(SqliteConnection connection)
    {
        using var statement = new Statement(connection, "SELECT kind, name, decision FROM name_decisions ORDER BY id");
        return [.. statement.Read(r => new NameDecision(Enum.Parse<PersonalDataKind>(r.GetString(0)), r.Text(1), Enum.Parse<ReviewDecision>(r.GetString(2))))];
    }

    /// <summary>Adds decisions; the last one on a name counts.</summary>
    public static int Decide(SqliteConnection connection, IReadOnlyList<NameDecision> decisions, string who, DateTimeOffset when)
    {
        using var insert = new Statement(connection, "INSERT INTO name_decisions (kind, name, decision, who, at) VALUES ($1, $2, $3, $4, $5)");
        foreach (var decision in decisions)
        {
            insert.Run(decision.Kind, decision.Name, decision.Decision, who, when);
        }

        return decisions.Count;
    }
}
