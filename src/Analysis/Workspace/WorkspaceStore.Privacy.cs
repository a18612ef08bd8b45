using System.Collections.Immutable;
using FeedbackLab.Analysis.Privacy;

namespace FeedbackLab.Analysis.Workspace;

/// <content>What publication needs: decisions on names, and the key of the pseudonyms.</content>
public sealed partial class WorkspaceStore
{
    /// <summary>What was decided on names that may point at somebody, oldest first; the last one on a name counts.</summary>
    public ImmutableArray<NameDecision> NameDecisions() => _database.Read(PrivacyTables.Decisions);

    /// <summary>Adds decisions on names, in one transaction.</summary>
    /// <param name="decisions">The decisions.</param>
    /// <param name="who">Who decides.</param>
    /// <param name="when">When.</param>
    /// <returns>How many were written.</returns>
    public int DecideNames(IReadOnlyList<NameDecision> decisions, string who, DateTimeOffset when)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        return _database.Write(c => PrivacyTables.Decide(c, decisions, who, when));
    }

    /// <summary>Gives comments the ids that they have in what is published (<see cref="PublishedId"/>), by their own.</summary>
    public Func<string, string> PublishedIds()
    {
        var secret = _database.Write(PrivacyTables.Secret);
        return id => PublishedId.Of(id, secret);
    }

    /// <summary>The pseudonyms of some names: those given before, and new ones, which are kept. This table is the key; it stays in the workspace.</summary>
    /// <param name="names">The names.</param>
    /// <param name="taken">Pseudonyms that the texts use themselves, normalised.</param>
    /// <param name="words">The words that say what sort of office it is.</param>
    public ImmutableArray<Pseudonym> GivePseudonyms(
        IReadOnlyList<(PersonalDataKind Kind, string Name)> names, IReadOnlySet<string> taken, PrivacyWords words)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(taken);
        ArgumentNullException.ThrowIfNull(words);
        return _database.Write(c => PrivacyTables.Give(c, names, taken, words));
    }

    /// <summary>Notes whom a publication counts, by ids that only the workspace's secret leads to.</summary>
    /// <param name="respondents">The respondents.</param>
    /// <param name="who">Who publishes.</param>
    /// <param name="when">When.</param>
    public void NotePublication(IReadOnlyList<string> respondents, string who, DateTimeOffset when)
    {
        ArgumentNullException.ThrowIfNull(respondents);
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        _database.Write(c => PrivacyTables.Note(c, respondents, who, when));
    }

    /// <summary>Publications noted before that count other respondents, but few others; oldest first.</summary>
    /// <param name="respondents">The respondents that a new one counts.</param>
    /// <param name="smallest">Differences from 1 to below this are few.</param>
    public ImmutableArray<EarlierPublication> PublicationsNear(IReadOnlyList<string> respondents, int smallest)
    {
        ArgumentNullException.ThrowIfNull(respondents);
        var now = _database.Write(c => PrivacyTables.Ids(c, respondents));
        return
        [
            .. _database.Read(PrivacyTables.Publications)
                .Select(p => new EarlierPublication(p.When, p.Respondents.SymmetricExcept(now).Count))
                .Where(p => SmallCounts.IsHidden(p.Differing, smallest)),
        ];
    }
}
