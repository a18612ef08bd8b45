using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes.Codebooks;

/// <summary>What became of a codebook's codes, oldest first. Entries are only ever added; through them earlier versions are read.</summary>
/// <param name="Entries">The entries, by version.</param>
public sealed record CodeLedger(ImmutableArray<CodeLedgerEntry> Entries)
{
    /// <summary>A ledger without entries.</summary>
    public static CodeLedger Empty { get; } = new([]);

    /// <summary>What every code of some versions is called, or was called last, by id.</summary>
    /// <param name="versions">The versions, oldest first.</param>
    public static ImmutableDictionary<string, BilingualText> Names(IReadOnlyList<Codebook> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        return versions.SelectMany(v => v.Codes).GroupBy(c => c.Id, StringComparer.Ordinal).ToImmutableDictionary(g => g.Key, g => g.Last().Name, StringComparer.Ordinal);
    }

    /// <summary>The codes that stand now for a code of an earlier version.</summary>
    /// <param name="code">Its id.</param>
    /// <param name="version">The version that it is taken from; 0 for the beginning.</param>
    /// <returns>
    /// Itself where nothing became of it, the code that it was merged into, all codes that it was split into, nothing where it was retired. A
    /// merge that was undone counts for codes of the version between alone.
    /// An id that no entry speaks of is given back as it is.
    /// </returns>
    public ImmutableArray<string> Current(string code, int version = 0)
    {
        ArgumentNullException.ThrowIfNull(code);
        var codes = new List<string> { code };
        foreach (var step in InForce(version).Select(e => e.Step))
        {
            if (step.From.Any(codes.Contains))
            {
                var at = codes.FindIndex(step.From.Contains);
                codes.RemoveAll(step.From.Contains);
                codes.InsertRange(at, step.To.Where(t => !codes.Contains(t)));
            }
            else if (step.Operation == CodeOperation.Reinstated && codes.Count == 0 && step.To.Contains(code))
            {
                codes.Add(code);
            }
        }

        return [.. codes];
    }

    /// <summary>The entries by which a code of the latest version got another meaning after one version, up to another; oldest first.</summary>
    /// <remarks>Those of the codes that it came from count too. A new name alone is no new meaning.</remarks>
    /// <param name="code">Its id.</param>
    /// <param name="after">The earlier version; its own entries are left out.</param>
    /// <param name="upTo">The later version, included.</param>
    public ImmutableArray<CodeLedgerEntry> Changes(string code, int after, int upTo)
    {
        ArgumentNullException.ThrowIfNull(code);
        var names = new HashSet<string>(StringComparer.Ordinal) { code };
        var changes = new Stack<CodeLedgerEntry>();
        foreach (var entry in InForce(after).Reverse())
        {
            if (entry.Step.To.Any(names.Contains))
            {
                names.UnionWith(entry.Step.From);
                if (entry.Step.ChangesMeaning && entry.Version <= upTo)
                {
                    changes.Push(entry);
                }
            }
        }

        return [.. changes];
    }

    // The entries after a version, without merges that were undone and their undoing: those codes are what they were.
    private ImmutableArray<CodeLedgerEntry> InForce(int after)
    {
        var entries = new List<CodeLedgerEntry>();
        foreach (var entry in Entries.Where(e => e.Version > after))
        {
            if (entry.Step.Operation == CodeOperation.Undone && entries is [.., { Step.Operation: CodeOperation.Merged } merge] && merge.Version == entry.Version - 1)
            {
                entries.RemoveAt(entries.Count - 1);
            }
            else
            {
                entries.Add(entry);
            }
        }

        return [.. entries];
    }
}

/// <summary>An entry of the ledger.</summary>
/// <param name="Id">Its number in the workspace; 0 where it was told from two versions that have no entries.</param>
/// <param name="Version">The version of the codebook that it led to.</param>
/// <param name="When">When.</param>
/// <param name="Who">Who did it.</param>
/// <param name="Step">What was done.</param>
/// <param name="Note">Why, in their words; may be empty.</param>
public sealed record CodeLedgerEntry(long Id, int Version, DateTimeOffset When, string Who, CodeStep Step, string Note);

/// <summary>What was done to codes.</summary>
/// <param name="Operation">What.</param>
/// <param name="From">Ids in the version before; none for codes that are new.</param>
/// <param name="To">Ids in the version after; none for codes that are gone.</param>
public sealed record CodeStep(CodeOperation Operation, ImmutableArray<string> From, ImmutableArray<string> To)
{
    /// <summary>Whether a comment coded before might be coded otherwise after it.</summary>
    public bool ChangesMeaning => Operation != CodeOperation.Renamed;
}

/// <summary>What is done to codes.</summary>
public enum CodeOperation
{
    /// <summary>A code that was not there before.</summary>
    Added,

    /// <summary>Another name for the same.</summary>
    Renamed,

    /// <summary>Another definition: what is about, in or out of it.</summary>
    Redefined,

    /// <summary>Several became one; their codings are its codings.</summary>
    Merged,

    /// <summary>One became several; its codings are to be looked at again.</summary>
    Split,

    /// <summary>A code that is used no more.</summary>
    Retired,

    /// <summary>A retired code that is used again, with the meaning that it had.</summary>
    Reinstated,

    /// <summary>The merge of the version before was undone: the codes are what they were, and so are their codings.</summary>
    Undone,
}
