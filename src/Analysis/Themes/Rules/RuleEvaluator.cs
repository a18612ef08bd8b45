using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Themes.Rules;

/// <summary>Applies rules to comments.</summary>
public static partial class RuleEvaluator
{
    /// <summary>What each code of a file gives for a comment, by the file's order.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="unit">The comment.</param>
    public static ImmutableArray<RuleOutcome> Apply(RuleFile rules, RuleUnit unit)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(unit);
        var outcomes = ImmutableArray.CreateBuilder<RuleOutcome>(rules.Codes.Length);
        var known = new Dictionary<string, RuleOutcome>(StringComparer.Ordinal);
        foreach (var code in rules.Codes)
        {
            var outcome = Of(code.Condition, unit, known);
            known.Add(code.Name, outcome);
            outcomes.Add(outcome);
        }

        return outcomes.MoveToImmutable();
    }

    /// <summary>What a part of a condition gives for a comment.</summary>
    internal static RuleOutcome Of(RuleNode node, RuleUnit unit, Dictionary<string, RuleOutcome> known)
    {
        switch (node)
        {
            case WordRule word:
                return Found(node, [.. unit.PlacesOf(Key(word.Base)).Where(i => Fits(unit.Words[i], word)).Select(i => unit.Words[i].Span)]);
            case RunRule run:
                return Found(node, [.. Runs(run, unit)]);
            case NearRule near:
                return Found(node, [.. WordsNear.Find(near, unit)]);
            case TextRule text:
                return Text(text, unit);
            case AttributeRule attribute:
                return new RuleOutcome(node, unit.ValuesOf(attribute.Name).Contains(attribute.Value, StringComparer.Ordinal) ? 1 : 0, [], []);
            case NumberRule number:
                return new RuleOutcome(node, unit.ValuesOf(number.Name).Select(Number).FirstOrDefault(), [], []);
            case CodeRule code:
                return new RuleOutcome(node, known[code.Code].IsYes ? 1 : 0, known[code.Code].Spans, []);
            case MeasureRule measure:
                return new RuleOutcome(
                    node, measure.Measure switch { RuleMeasure.Characters => unit.Comment.Text.EnumerateRunes().Count(), RuleMeasure.Words => unit.Words.Length, _ => unit.Number }, [], []);
            case ConstantRule constant:
                return new RuleOutcome(node, constant.Value, [], []);
            case GroupRule group:
                var part = Of(group.Part, unit, known);
                return new RuleOutcome(node, part.Value, part.Spans, [part]);
            case NotRule not:
                var refused = Of(not.Part, unit, known);
                return new RuleOutcome(node, refused.IsYes ? 0 : 1, [], [refused]);
            case BinaryRule binary:
                return Binary(binary, Of(binary.Left, unit, known), Of(binary.Right, unit, known));
            default:
                throw new ArgumentOutOfRangeException(nameof(node), node, null);
        }
    }

    private static string Key(string word) => NormalizedText.Of(word).Text;

    private static RuleOutcome Found(RuleNode node, ImmutableArray<TextSpan> found) => new(node, found.Length, TextSpans.Merge(found), []);

    private static bool Fits(RuleWord word, WordRule rule) =>
        (rule.Surface is null || word.Surface == Key(rule.Surface))
        && (rule.Inflection is null || (word.Inflection?.StartsWith(rule.Inflection, StringComparison.Ordinal) ?? false))
        && (rule.PartOfSpeech is null || WordClasses.Is(word, rule.PartOfSpeech));

    private static IEnumerable<TextSpan> Runs(RunRule run, RuleUnit unit)
    {
        ImmutableArray<string> words = [.. run.Words.Select(Key)];
        foreach (var first in unit.PlacesOf(words[0]))
        {
            if (first + words.Length <= unit.Words.Length && Enumerable.Range(1, words.Length - 1).All(i => unit.Words[first + i].Base == words[i]))
            {
                yield return new TextSpan(unit.Words[first].Span.Start, unit.Words[first + words.Length - 1].Span.End);
            }
        }
    }

    private static RuleOutcome Text(TextRule rule, RuleUnit unit)
    {
        var text = unit.Comment.Text;
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        var sentences = 0;
        foreach (var sentence in unit.Sentences)
        {
            var any = false;
            for (var at = sentence.Start; (at = text.IndexOf(rule.Text, at, sentence.End - at, StringComparison.Ordinal)) >= 0; at++)
            {
                spans.Add(new TextSpan(at, at + rule.Text.Length));
                any = true;
            }

            sentences += any ? 1 : 0;
        }

        return new RuleOutcome(rule, sentences, TextSpans.Merge(spans), []);
    }

    // Commas are read where they part thousands, as the search reads them: 1,200 but not 1,2.
    private static double Number(string value)
    {
        var text = NormalizedText.Of(value).Text;
        text = Thousands().IsMatch(text) ? text.Replace(",", string.Empty, StringComparison.Ordinal) : text;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;
    }

    [GeneratedRegex(@"\A\s*[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    private static RuleOutcome Binary(BinaryRule rule, RuleOutcome left, RuleOutcome right)
    {
        var value = rule.Operator switch
        {
            RuleOperator.Or => left.IsYes || right.IsYes ? 1 : 0,
            RuleOperator.And => left.IsYes && right.IsYes ? 1 : 0,
            RuleOperator.Greater => left.Value > right.Value ? 1 : 0,
            RuleOperator.GreaterOrEqual => left.Value >= right.Value ? 1 : 0,
            RuleOperator.Less => left.Value < right.Value ? 1 : 0,
            RuleOperator.LessOrEqual => left.Value <= right.Value ? 1 : 0,
            RuleOperator.Equal => left.Value == right.Value ? 1 : 0,
            RuleOperator.Plus => left.Value + right.Value,
            RuleOperator.Minus => left.Value - right.Value,
            RuleOperator.Times => left.Value * right.Value,
            RuleOperator.Divided => right.Value == 0 ? 0 : left.Value / right.Value,
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Operator, null),
        };

        // Of an or only the side that holds is the reason.
        var reasons = rule.Operator == RuleOperator.Or ? new[] { left, right }.Where(p => p.IsYes) : [left, right];
        return new RuleOutcome(rule, value, value == 0 ? [] : TextSpans.Merge(reasons.SelectMany(p => p.Spans)), [left, right]);
    }
}
