using System.Collections.Immutable;
using FeedbackLab.Analysis.Statistics.Agreement;
using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Definitions;

namespace FeedbackLab.Analysis.Workspace;

/// <content>Codebook, ledger of codes, codings and who decided them.</content>
public sealed partial class WorkspaceStore
{
    /// <summary>All versions of the codebook, oldest first.</summary>
    public ImmutableArray<CodebookVersion> Codebooks() => _database.Read(CodebookTable.All);

    /// <summary>What became of the codes from version to version.</summary>
    public CodeLedger CodeLedger() => _database.Read(CodeLedgerTable.All);

    /// <summary>Writes a new version of the codebook; codes that are new, gone, renamed or redefined in it get their entries in the ledger.</summary>
    /// <param name="yaml">Its text.</param>
    /// <param name="readVersion">The version that it was made from, 0 for the first one; the write is refused when it is not the latest.</param>
    /// <param name="who">Who wrote it.</param>
    /// <param name="when">When.</param>
    /// <param name="note">Why, in their words.</param>
    /// <exception cref="DefinitionException">The text is no codebook.</exception>
    public CodebookWrite SaveCodebook(string yaml, int readVersion, string who, DateTimeOffset when, string note = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        var codebook = CodebookReader.Read(yaml);
        return _database.Write(c => CodebookTable.Save(c, yaml, codebook, null, readVersion, who, when, note));
    }

    /// <summary>
    /// Writes what came of an operation on the latest version (<see cref="CodebookOperations"/>): the version, its entries in the ledger, and
    /// the codings as they are carried over, in one transaction.
    /// </summary>
    /// <param name="revision">What came of it.</param>
    /// <param name="readVersion">The version that it was made from; the write is refused when it is not the latest.</param>
    /// <param name="who">Who did it.</param>
    /// <param name="when">When.</param>
    /// <param name="note">Why, in their words.</param>
    public CodebookWrite ReviseCodebook(CodebookRevision revision, int readVersion, string who, DateTimeOffset when, string note = "")
    {
        ArgumentNullException.ThrowIfNull(revision);
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        return _database.Write(c => CodebookTable.Save(
            c, CodebookWriter.Yaml(revision.Codebook), revision.Codebook, revision.Steps, readVersion, who, when, note));
    }

    /// <summary>The merge that can be undone now (<see cref="UndoMerge"/>): the last change of the codes, in its entry of the ledger; null where there is none.</summary>
    public CodeLedgerEntry? UndoableMerge() => _database.Read(CodebookTable.UndoableMerge);

    /// <summary>
    /// Undoes the merge that was the last change of the codes: the codebook is word for word what it was before, as a new version with an entry
    /// in the ledger, and the codings stand as they did; one transaction.
    /// </summary>
    /// <param name="readVersion">The latest version, as it was read; the write is refused when there is a later one.</param>
    /// <param name="who">Who did it.</param>
    /// <param name="when">When.</param>
    /// <param name="note">Why, in their words.</param>
    /// <exception cref="DefinitionException">The last change was no merge, or people have decided by the merged code since; nothing was written.</exception>
    public CodebookWrite UndoMerge(int readVersion, string who, DateTimeOffset when, string note = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        return _database.Write(c => CodebookTable.UndoMerge(c, readVersion, who, when, note));
    }

    /// <summary>Codings in force, in the order in which they were first written.</summary>
    /// <param name="comment">Id of the comment; null for those of all comments.</param>
    public ImmutableArray<StoredCoding> Codings(string? comment = null) => _database.Read(c => CodingTable.InForce(c, comment));

    /// <summary>Codings whose comment is gone or has other words now, in the order in which they were first written.</summary>
    public ImmutableArray<StoredCoding> OrphanedCodings() => _database.Read(CodingTable.Orphaned);

    /// <summary>What people decided of comments that are gone or have other words now, by source and place, with the comment that stands in their place.</summary>
    public ImmutableArray<SetAsideDecision> SetAside() => _database.Read(SetAsideTable.All);

    /// <summary>Writes codings in one transaction; each is written or refused by itself.</summary>
    /// <param name="codings">The codings, each with the version number that was read.</param>
    /// <exception cref="ArgumentException">A coding names nobody who decided it, or no code.</exception>
    public CodingWrites SaveCodings(IReadOnlyList<StoredCoding> codings)
    {
        RequireNames(codings);
        return _database.Write(c => CodingTable.Save(c, codings));
    }

    /// <summary>Writes what a person decided of whole comments, in one transaction: their decisions on codes, and that they looked at all of each.</summary>
    /// <param name="decisions">The decisions, each of a comment that the workspace has.</param>
    /// <returns>
    /// What became of the decisions on codes; a comment of which one is refused is not marked as looked at. A blind decision is never refused:
    /// it takes the place of the same person's earlier blind decision on the comment, and nothing else.
    /// </returns>
    /// <exception cref="ArgumentException">A decision names nobody, no code, or a version of the codebook that is not there.</exception>
    public CodingWrites Decide(IReadOnlyList<CommentDecision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        foreach (var decision in decisions)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(decision.Who, nameof(decisions));
            RequireNames(decision.Codings);
        }

        return _database.Write(c => CommentDeciding.Do(c, decisions));
    }

    /// <summary>Takes a corrected table of codings in, in one transaction.</summary>
    /// <param name="batch">What it brings.</param>
    /// <returns>What became of the decisions that shall stand, and of those on whole comments.</returns>
    /// <exception cref="ArgumentException">A decision names nobody, no code, or a version of the codebook that is not there.</exception>
    public (CodingWrites Codings, CodingWrites Comments) TakeIn(CodingBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        RequireNames(batch.Codings);
        RequireNames(batch.ByPerson);
        return _database.Write(c =>
        {
            var codings = CodingTable.Save(c, batch.Codings);
            var comments = CommentDeciding.Do(c, batch.Comments);
            PersonCodingTable.Put(c, batch.ByPerson, isBlind: false);
            var refused = codings.Refused.Concat(comments.Refused).Select(r => r.Wanted.CommentId).ToHashSet(StringComparer.Ordinal);
            foreach (var whole in batch.Whole.Where(w => !refused.Contains(w.CommentId)))
            {
                PersonCodingTable.MarkElsewhere(c, whole);
            }

            return (codings, comments);
        });
    }

    /// <summary>Which comments in force people looked at whole, by comment and person; blind codings among them.</summary>
    public ImmutableArray<LookedAt> Looks() => _database.Read(PersonCodingTable.Marks);

    /// <summary>Everybody who decided on anything, by name.</summary>
    public ImmutableArray<CoderSummary> Coders() => _database.Read(PersonCodingTable.Coders);

    /// <summary>
    /// What people decided, by comment id: accepted and edited codes, rejected ones. A comment is complete when somebody looked at all of it, or
    /// no proposal of it is left undecided, and no code that it had was split since.
    /// </summary>
    public ImmutableDictionary<string, CodedComment> Decisions() => _database.Read(CodingDecisions.All);

    /// <summary>
    /// What one person decided, whatever stands now, by comment id; of a comment that they coded blind, only that. A comment is complete when they
    /// looked at all of it, here or elsewhere, or were the only one to decide there, on every code that stands.
    /// </summary>
    /// <param name="who">Their name.</param>
    public ImmutableDictionary<string, CodedComment> Decisions(string who)
    {
        ArgumentNullException.ThrowIfNull(who);
        return _database.Read(c => PersonCodingTable.DecisionsOf(c, who));
    }

    /// <summary>
    /// What everybody decided of the comments that they looked at whole, blind second codings among it, for the agreement between them: by
    /// person one rating of each code that they gave or refused, and one that says that they looked; and on how many comments somebody
    /// decided of whom it is not known whether they looked at the whole of them.
    /// </summary>
    public (ImmutableArray<CoderRating> Ratings, ImmutableArray<(string Who, int Comments)> LeftOut) Ratings() => _database.Read(c =>
    {
        var coders = PersonCodingTable.Coders(c).Select(coder => (coder.Who, Decisions: PersonCodingTable.DecisionsOf(c, coder.Who))).ToList();
        return (
            coders.SelectMany(coder => coder.Decisions.Where(d => d.Value.IsComplete).OrderBy(d => d.Key, StringComparer.Ordinal).SelectMany(d =>
                d.Value.Accepted.Select(code => new CoderRating(d.Key, coder.Who, code, true))
                    .Concat(d.Value.Rejected.Select(code => new CoderRating(d.Key, coder.Who, code, false)))
                    .Append(new CoderRating(d.Key, coder.Who, null, false)))).ToImmutableArray(),
            coders.Select(coder => (coder.Who, coder.Decisions.Count(d => !d.Value.IsComplete))).Where(l => l.Item2 > 0).ToImmutableArray());
    });

    /// <summary>Comments to be looked at again, since a code that they had was split; by id, with the ledger's entry that says so.</summary>
    public ImmutableDictionary<string, CodeLedgerEntry> Reopened() => _database.Read(CodingDecisions.Reopened);

    /// <summary>By which versions of the codebook the comments of a year were coded.</summary>
    /// <param name="year">The year.</param>
    public YearCoding CodingOf(int year) => _database.Read(c => YearCodingTable.Of(c, year));

    /// <summary>Writes the proposals of an analysis in place of those of the one before, in one transaction; what a person decided is not touched.</summary>
    /// <param name="proposals">The proposals; a comment and code that a person decided on is passed over.</param>
    /// <param name="codebook">The codebook's version that they were made by.</param>
    /// <param name="who">What made them.</param>
    /// <param name="when">When.</param>
    public ProposalWrites ReplaceProposals(IReadOnlyList<StoredCoding> proposals, int codebook, string who, DateTimeOffset when)
    {
        ArgumentNullException.ThrowIfNull(proposals);
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        return _database.Write(c => CodingTable.ReplaceProposals(c, proposals, codebook, who, when));
    }

    /// <summary>Takes decisions on a comment back: its codings are as they were; the journal keeps what was taken back.</summary>
    /// <param name="comment">The comment's id.</param>
    /// <param name="before">Its codings as they were, as <see cref="Codings"/> gave them.</param>
    /// <param name="who">Who takes them back.</param>
    /// <param name="when">When.</param>
    /// <param name="wasLookedAt">Whether they had looked at the whole comment before; else the mark goes.</param>
    public void RestoreCodings(string comment, IReadOnlyList<StoredCoding> before, string who, DateTimeOffset when, bool wasLookedAt = false)
    {
        ArgumentNullException.ThrowIfNull(comment);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        _database.Write(c =>
        {
            CodingTable.Restore(c, comment, before, who, when);
            if (!wasLookedAt)
            {
                PersonCodingTable.Unmark(c, comment, who, isBlind: false);
            }

            return true;
        });
    }

    /// <summary>Takes a person's blind decision on a comment back.</summary>
    /// <param name="comment">The comment's id.</param>
    /// <param name="who">Whose.</param>
    public void RemoveBlind(string comment, string who)
    {
        ArgumentNullException.ThrowIfNull(comment);
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        _database.Write(c =>
        {
            PersonCodingTable.Remove(c, comment, who, isBlind: true);
            PersonCodingTable.Unmark(c, comment, who, isBlind: true);
            return true;
        });
    }

    private static void RequireNames(IReadOnlyList<StoredCoding> codings)
    {
        ArgumentNullException.ThrowIfNull(codings);
        if (codings.Any(c => string.IsNullOrWhiteSpace(c.Who) || string.IsNullOrWhiteSpace(c.Code)))
        {
            throw new ArgumentException("Every coding needs a code and who decided it.", nameof(codings));
        }
    }
}
