using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Statistics.CrossTables;

/// <summary>By respondent and group what the respondent did there: spoke, had nothing to say, left it blank, or was not asked.</summary>
internal static class AskedRespondents
{
    /// <summary>The strongest state of each known respondent in each group; a pair without any row of the corpus is not there.</summary>
    /// <param name="corpus">What was read.</param>
    /// <param name="types">What the comments do, by their ids.</param>
    /// <param name="attribute">What they are grouped by.</param>
    /// <param name="united">The groups that the attribute's are counted as.</param>
    public static Dictionary<(string Respondent, string Group), AnswerKind> Of(
        CommentCorpus corpus,
        ImmutableDictionary<string, ImmutableArray<CommentType>> types,
        CrossAttribute attribute,
        Func<ImmutableArray<string>, ImmutableArray<string>> united)
    {
        var states = new Dictionary<(string, string), AnswerKind>();
        void Note(string? respondent, IEnumerable<string> groups, AnswerKind state)
        {
            foreach (var group in respondent is null ? [] : groups)
            {
                var key = (respondent!, group);
                states[key] = states.TryGetValue(key, out var before) && before < state ? before : state;
            }
        }

        foreach (var comment in corpus.Comments)
        {
            Note(comment.AskedRespondent, united(attribute.GroupsOf(comment, types.GetValueOrDefault(comment.Id, []))), AnswerKind.Words);
        }

        var groupsOf = GroupsOfLeftOut(corpus, attribute);
        foreach (var left in corpus.LeftOut.Where(l => l.Reason != LeftOutReason.Aside))
        {
            Note(left.Respondent, united(groupsOf(left)), KindOf(left.Reason));
        }

        return states;
    }

    /// <summary>The groups that a cell without words belongs to.</summary>
    internal static Func<LeftOut, ImmutableArray<string>> GroupsOfLeftOut(CommentCorpus corpus, CrossAttribute attribute)
    {
        if (attribute.Kind != CrossKind.Attribute)
        {
            return attribute.GroupsOf;
        }

        // A cell without words stands in a row that tells. Elsewhere its respondent's comments do, where they are the same all over the source.
        var own = corpus.Comments.Where(c => c.AskedRespondent is not null)
            .GroupBy(c => (c.Source, c.AskedRespondent!))
            .ToDictionary(g => g.Key, g => g.SelectMany(c => attribute.GroupsOf(c, [])).Distinct(StringComparer.Ordinal).ToImmutableArray());
        return left => attribute.ValueOf(left.Attributes) is { } value ? [value]
            : left.Respondent is not null && own.TryGetValue((left.Source, left.Respondent), out var known) && known.Length == 1 ? known : [];
    }

    private static AnswerKind KindOf(LeftOutReason reason) => reason switch
    {
        LeftOutReason.NothingToSay => AnswerKind.NothingToSay,
        LeftOutReason.AsAbove or LeftOutReason.Elsewhere => AnswerKind.Elsewhere,
        LeftOutReason.Blank => AnswerKind.Blank,
        LeftOutReason.NotAsked => AnswerKind.NotAsked,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}

/// <summary>What a respondent did in a group, the most telling first.</summary>
internal enum AnswerKind
{
    Words,
    Elsewhere,
    NothingToSay,
    Blank,
    NotAsked,
}
