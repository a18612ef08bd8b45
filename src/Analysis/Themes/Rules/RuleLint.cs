using System.Collections.Immutable;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Search.Language;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes.Rules;

/// <summary>What in rules may not say what its author means.</summary>
public static class RuleLint
{
    private const int MostProposals = 3;

    /// <summary>The warnings, by line and column.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="units">The comments.</param>
    /// <param name="outcomes">By comment, what each code gave (<see cref="RuleEvaluator.Apply"/>).</param>
    public static ImmutableArray<RuleWarning> Of(RuleFile rules, IReadOnlyList<RuleUnit> units, IReadOnlyList<ImmutableArray<RuleOutcome>> outcomes)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(outcomes);
        var bases = units.SelectMany(u => u.Bases).CountBy(b => b, StringComparer.Ordinal).ToDictionary(b => b.Key, b => b.Value, StringComparer.Ordinal);
        var sets = Enumerable.Range(0, rules.Codes.Length)
            .Select(c => Enumerable.Range(0, outcomes.Count).Where(i => outcomes[i][c].IsYes).ToHashSet())
            .ToList();
        return
        [
            .. rules.Codes.SelectMany((code, c) => Warnings(code, bases).Concat(Matches(rules, c, sets, units.Count)))
                .OrderBy(w => w.Line).ThenBy(w => w.Column),
        ];
    }

    private static IEnumerable<RuleWarning> Warnings(RuleCode code, Dictionary<string, int> bases)
    {
        foreach (var (node, parent) in Nodes(code.Condition, null))
        {
            foreach (var word in Words(node).Where(w => !bases.ContainsKey(NormalizedText.Of(w).Text)).Distinct(StringComparer.Ordinal))
            {
                var near = Run(word, bases) ?? Nearest(word, bases);
                yield return At(code, node.At, new BilingualText(
                    $"「{word}」という語はどの意見にもありません（一語として切れていないか、活用した形かもしれません）。{(near.Length > 0 ? $"近い語: {near}" : string.Empty)}",
                    $"No comment has the word \"{word}\" (it may be several words, or not a dictionary form).{(near.Length > 0 ? $" Near it: {near}" : string.Empty)}"));
            }

            if (node is BinaryRule { Operator: RuleOperator.And } && parent is BinaryRule { Operator: RuleOperator.Or })
            {
                yield return At(code, node.At, new BilingualText(
                    "and は or より先に結びつきます。「( )」でまとめると、読み違えがありません。", "And binds tighter than or. Parentheses make it plain."));
            }

            if (node is NearRule { Words.Length: 1 } near1)
            {
                yield return At(code, node.At, new BilingualText(
                    $"near と seq には二つ以上の語が要ります。いまは「{near1.Words[0]}」だけと同じです。", $"Near and seq want two words or more. This is the same as \"{near1.Words[0]}\" alone."));
            }
        }
    }

    private static IEnumerable<RuleWarning> Matches(RuleFile rules, int code, List<HashSet<int>> sets, int comments)
    {
        var rule = rules.Codes[code];
        if (sets[code].Count == 0 && comments > 0)
        {
            yield return At(rule, 0, new BilingualText($"「{rule.Name}」に合う意見は一つもありません。", $"No comment has \"{rule.Name}\"."));
        }

        for (var other = 0; other < sets.Count && sets[code].Count > 1; other++)
        {
            if (other != code && sets[code].Count < sets[other].Count && sets[code].IsSubsetOf(sets[other]))
            {
                yield return At(rule, 0, new BilingualText(
                    $"「{rule.Name}」の {sets[code].Count} 件は、すべて「{rules.Codes[other].Name}」でもあります。", $"All {sets[code].Count} comments with \"{rule.Name}\" have \"{rules.Codes[other].Name}\" too."));
            }
        }
    }

    private static RuleWarning At(RuleCode code, int at, BilingualText what)
    {
        var (line, column) = code.PlaceOf(at);
        return new RuleWarning(code.Name, line, column, what);
    }

    // A word that the tokenizer takes apart is found as its parts in a row.
    private static string? Run(string word, Dictionary<string, int> bases)
    {
        var place = new Place(1, 1);
        var parts = RuleUnit.Of([new Comment(string.Empty, string.Empty, CommentKind.Answer, null, null, null, null, place, word, [])])[0].Words;
        return parts.Length > 1 && parts.All(p => bases.ContainsKey(p.Base)) ? string.Join('+', parts.Select(p => p.Base)) : null;
    }

    private static string Nearest(string word, Dictionary<string, int> bases)
    {
        var key = NormalizedText.Of(word).Text;
        var edits = key.Length > 4 ? 2 : 1;
        return string.Join('、', bases
            .Select(b => (b.Key, b.Value, Distance: EditDistance.Of(b.Key, key, edits)))
            .Where(b => b.Distance <= edits && b.Distance < key.Length && b.Key.Length > 1)
            .OrderBy(b => b.Distance).ThenByDescending(b => b.Value).ThenBy(b => b.Key, StringComparer.Ordinal)
            .Take(MostProposals)
            .Select(b => b.Key));
    }

    private static ImmutableArray<string> Words(RuleNode node) => node switch
    {
        WordRule word => [word.Base],
        RunRule run => run.Words,
        NearRule near => near.Words,
        _ => [],
    };

    private static IEnumerable<(RuleNode Node, RuleNode? Parent)> Nodes(RuleNode node, RuleNode? parent) => node switch
    {
        GroupRule group => Nodes(group.Part, node).Prepend((node, parent)),
        NotRule not => Nodes(not.Part, node).Prepend((node, parent)),
        BinaryRule binary => Nodes(binary.Left, node).Concat(Nodes(binary.Right, node)).Prepend((node, parent)),
        _ => [(node, parent)],
    };
}

/// <summary>Something in a rule that may not say what its author means.</summary>
/// <param name="Code">The code.</param>
/// <param name="Line">Line of the file, 1-based.</param>
/// <param name="Column">Column in the line, 1-based.</param>
/// <param name="What">What it is.</param>
public sealed record RuleWarning(string Code, int Line, int Column, BilingualText What);
