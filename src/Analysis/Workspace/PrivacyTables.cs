using System.Collections.Immutable;
using System.Security.Cryptography;
using FeedbackLab.Analysis.Privacy;
using Microsoft.Data.Sqlite;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>Reads and writes the key of the pseudonyms and what was decided on names, inside the caller's transaction.</summary>
internal static class PrivacyTables
{
    private const int SecretLength = 32;

    // No name begins so: names have no white space.
    private const string Forgotten = "\n";

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
        var asked = names.Distinct().ToList();
        Remember(connection, asked);
        var before = Pseudonyms(connection);
        var all = Privacy.Pseudonyms.Of(asked, before, taken, Secret(connection), words);
        using var insert = new Statement(connection, "INSERT INTO pseudonyms (kind, name, text) VALUES ($1, $2, $3)");
        foreach (var pseudonym in all[before.Length..])
        {
            insert.Run(pseudonym.Kind, pseudonym.Name, pseudonym.Text);
        }

        return all;
    }

    /// <summary>Takes the names out of the key: what stands for them stays theirs, by ids that only the workspace's secret leads to.</summary>
    /// <remarks>A name that comes again has its pseudonym again, and nobody else gets it: it may have been published.</remarks>
    public static void Forget(SqliteConnection connection)
    {
        foreach (var (kind, name, _) in Pseudonyms(connection).Where(p => !p.Name.StartsWith(Forgotten, StringComparison.Ordinal)))
        {
            var secret = Secret(connection);
            Rename(connection, kind, name, IdOf(kind, name, secret));
        }
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

    /// <summary>Whom each publication counted, oldest first, by ids that only the workspace's secret leads to.</summary>
    public static ImmutableArray<(DateTimeOffset When, ImmutableHashSet<string> Respondents)> Publications(SqliteConnection connection)
    {
        using var statement = new Statement(connection, "SELECT at, respondents FROM publications ORDER BY id");
        return [.. statement.Read(r => (r.Time(0), StoredJson.Read<ImmutableArray<string>>(r.Text(1)).ToImmutableHashSet(StringComparer.Ordinal)))];
    }

    /// <summary>Notes whom a publication counts; the same respondents are noted once.</summary>
    public static bool Note(SqliteConnection connection, IEnumerable<string> respondents, string who, DateTimeOffset when)
    {
        var counted = Ids(connection, respondents);
        if (Publications(connection).Any(p => p.Respondents.SetEquals(counted)))
        {
            return false;
        }

        using var insert = new Statement(connection, "INSERT INTO publications (at, who, respondents) VALUES ($1, $2, $3)");
        insert.Run(when, who, StoredJson.Write(counted.Order(StringComparer.Ordinal).ToImmutableArray()));
        return true;
    }

    private static void Remember(SqliteConnection connection, IEnumerable<(PersonalDataKind Kind, string Name)> names)
    {
        var forgotten = Pseudonyms(connection).Select(p => p.Name).Where(n => n.StartsWith(Forgotten, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        if (forgotten.Count == 0)
        {
            return;
        }

        var secret = Secret(connection);
        foreach (var (kind, name) in names)
        {
            if (IdOf(kind, name, secret) is var id && forgotten.Contains(id))
            {
                Rename(connection, kind, id, name);
            }
        }
    }

    private static string IdOf(PersonalDataKind kind, string name, byte[] secret) => Forgotten + PublishedId.Of($"{kind}\n{name}", secret);

    private static void Rename(SqliteConnection connection, PersonalDataKind kind, string from, string to)
    {
        using var update = new Statement(connection, "UPDATE pseudonyms SET name = $1 WHERE kind = $2 AND name = $3");
        update.Run(to, kind, from);
    }

    /// <summary>Ids of respondents by the workspace's secret.</summary>
    public static ImmutableHashSet<string> Ids(SqliteConnection connection, IEnumerable<string> respondents)
    {
        var secret = Secret(connection);
        return respondents.Select(r => PublishedId.Of(r, secret)).ToImmutableHashSet(StringComparer.Ordinal);
    }
}
