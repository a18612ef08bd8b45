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
    /// <param name="told">How a warning calls a code of the rules, by its name there; null for the name in quotes.</param>
    public static ImmutableArray<RuleWarning> Of(
        RuleFile rules, IReadOnlyList<RuleUnit> units, IReadOnlyList<ImmutableArray<RuleOutcome>> outcomes, Func<string, BilingualText>? told = null)
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
            .. rules.Codes.SelectMany((code, c) => Warnings(code, bases).Concat(Matches(rules, c, sets, units.Count, told ?? InQuotes)))
                .OrderBy(w => w.Line).ThenBy(w => w.Column),
        ];
    }

    /// <summary>What can be told of rules without comments, by line and column: words that can never be found, contradictions, operators that bind otherwise than it looks.</summary>
    /// <param name="rules">The rules.</param>
    public static ImmutableArray<RuleWarning> Of(RuleFile rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return [.. rules.Codes.SelectMany(c => Shapes(c).Concat(Forms(c))).OrderBy(w => w.Line).ThenBy(w => w.Column)];
    }

    private static IEnumerable<RuleWarning> Warnings(RuleCode code, Dictionary<string, int> bases)
    {
        foreach (var (node, _) in Nodes(code.Condition, null))
        {
            foreach (var word in Words(node).Where(w => !bases.ContainsKey(NormalizedText.Of(w).Text)).Distinct(StringComparer.Ordinal))
            {
                var near = Run(word, bases) ?? Nearest(word, bases);
                yield return At(code, node.At, new BilingualText(
                    $"「{word}」という語はどの意見にもありません（一語として切れていないか、活用した形かもしれません）。{(near.Length > 0 ? $"近い語: {near}" : string.Empty)}",
                    $"No comment has the word \"{word}\" (it may be several words, or not a dictionary form).{(near.Length > 0 ? $" Near it: {near}" : string.Empty)}"));
            }
        }

        foreach (var warning in Shapes(code))
        {
            yield return warning;
        }
    }

    // A word that the tokenizer never gives as a dictionary form can never be found.
    private static IEnumerable<RuleWarning> Forms(RuleCode code)
    {
        foreach (var (node, _) in Nodes(code.Condition, null))
        {
            foreach (var word in Words(node).Distinct(StringComparer.Ordinal))
            {
                var key = NormalizedText.Of(word).Text;
                var parts = PartsOf(word);
                if (parts.Length > 1)
                {
                    var run = string.Join('+', parts.Select(p => p.Base));
                    yield return At(code, node.At, new BilingualText(
                        $"「{word}」は一語として切れません。続きの語なら「{run}」と書きます。", $"\"{word}\" is cut into several words. Written as words in a row: {run}."));
                }
                else if (parts.Length == 1 && parts[0].Base != key)
                {
                    yield return At(code, node.At, new BilingualText(
                        $"「{word}」は活用した形です。辞書の形は「{parts[0].Base}」です。", $"\"{word}\" is an inflected form. The dictionary form is \"{parts[0].Base}\"."));
                }
            }
        }
    }

    private static IEnumerable<RuleWarning> Shapes(RuleCode code)
    {
        foreach (var (node, parent) in Nodes(code.Condition, null))
        {
            if (node is BinaryRule { Operator: RuleOperator.And } both && parent is not BinaryRule { Operator: RuleOperator.And })
            {
                var parts = Conjuncts(both).ToList();
                if (parts.Find(p => p is NotRule not && parts.Exists(o => Written(o, code) == Written(not.Part, code))) is { } contradiction)
                {
                    yield return At(code, contradiction.At, new BilingualText("同じ条件が成り立ち、かつ成り立たないことはありません。どの意見にも合いません。", "The same cannot both hold and not hold: no comment can match."));
                }
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

    private static BilingualText InQuotes(string name) => new($"「{name}」", $"\"{name}\"");

    private static IEnumerable<RuleWarning> Matches(RuleFile rules, int code, List<HashSet<int>> sets, int comments, Func<string, BilingualText> told)
    {
        var rule = rules.Codes[code];
        var name = told(rule.Name);
        if (sets[code].Count == 0 && comments > 0)
        {
            yield return At(rule, 0, new BilingualText($"{name.Ja}に合う意見は一つもありません。", $"No comment has {name.En}."));
        }

        for (var other = 0; other < sets.Count && sets[code].Count > 1; other++)
        {
            if (other != code && sets[code].Count < sets[other].Count && sets[code].IsSubsetOf(sets[other]))
            {
                var wider = told(rules.Codes[other].Name);
                yield return At(rule, 0, new BilingualText(
                    $"{name.Ja}の {sets[code].Count} 件は、すべて{wider.Ja}でもあります。", $"All {sets[code].Count} comments with {name.En} have {wider.En} too."));
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
        var parts = PartsOf(word);
        return parts.Length > 1 && parts.All(p => bases.ContainsKey(p.Base)) ? string.Join('+', parts.Select(p => p.Base)) : null;
    }

    private static ImmutableArray<RuleWord> PartsOf(string word)
    {
        var place = new Place(1, 1);
        return RuleUnit.Of([new Comment(string.Empty, string.Empty, CommentKind.Answer, null, null, null, null, place, word, [])])[0].Words;
    }

    private static IEnumerable<RuleNode> Conjuncts(RuleNode node) => node switch
    {
        BinaryRule { Operator: RuleOperator.And } both => Conjuncts(both.Left).Concat(Conjuncts(both.Right)),
        GroupRule { Part: BinaryRule { Operator: RuleOperator.And } } group => Conjuncts(group.Part),
        _ => [node],
    };

    // The text of a part, without what parentheses are around it.
    private static string Written(RuleNode node, RuleCode code)
    {
        if (node is GroupRule group)
        {
            return Written(group.Part, code);
        }

        var places = Nodes(node, null).Select(n => n.Node.At).ToList();
        var end = RuleTokens.Of(code.Text).Where(t => t.At <= places.Max()).Select(t => t.At + t.Text.Length).DefaultIfEmpty(code.Text.Length).Last();
        return string.Join(' ', RuleTokens.Of(code.Text[places.Min()..end]).Select(t => t.Text));
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

    /// <summary>A part of a condition and all parts of it, each with the one that it is in.</summary>
    internal static IEnumerable<(RuleNode Node, RuleNode? Parent)> Nodes(RuleNode node, RuleNode? parent) => node switch
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
