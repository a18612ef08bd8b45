using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes.Rules;

/// <summary>The rules inside a codebook: for each code conditions that give it, and such that take it away.</summary>
/// <remarks>
/// A condition whose outermost part is <c>not</c> takes the code away where the rest of it holds; any other gives it where it holds. Of both,
/// taking away wins. <c>&lt;＊id&gt;</c> stands for the rules of an earlier code that comments can have. docs/methods/rules.md.
/// </remarks>
public sealed class CodebookRules
{
    private readonly ImmutableArray<RulesOfCode> _codes;

    private CodebookRules(ImmutableArray<RulesOfCode> codes) => _codes = codes;

    /// <summary>Every rule as a file of KH Coder's rules would have it, named <c>id #1</c> …, for <see cref="RuleLint"/>; of a rule that takes a code away, what is behind its not.</summary>
    public RuleFile File => new([.. _codes.SelectMany(c => c.Rules.Select(r => r.Code with { Condition = r.Condition }))]);

    /// <summary>The rules of a codebook; null where no code that comments can have has any.</summary>
    /// <param name="codebook">The codebook.</param>
    /// <exception cref="CodebookRuleException">A rule cannot be read.</exception>
    public static CodebookRules? Of(Codebook codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        var codes = ImmutableArray.CreateBuilder<RulesOfCode>();
        var earlier = ImmutableArray.CreateBuilder<string>();
        for (var c = 0; c < codebook.Codes.Length; c++)
        {
            var code = codebook.Codes[c];
            if (code.Rules.IsEmpty)
            {
                continue;
            }

            var rules = code.Rules.Select((rule, r) => Parsed(code.Id, rule, (c, r), earlier.ToImmutable())).ToImmutableArray();

            // What no comment can have no rule can ask for.
            if (code.IsCodable)
            {
                codes.Add(new RulesOfCode(code.Id, rules));
                earlier.AddRange(Names(code.Id));
            }
        }

        return codes.Count == 0 ? null : new CodebookRules(codes.ToImmutable());
    }

    /// <summary>Whether a rule takes its code away.</summary>
    /// <param name="code">The code's id.</param>
    /// <param name="rule">The rule, as written.</param>
    public bool TakesAway(string code, string rule) => _codes.Any(c => c.Id == code && c.Rules.Any(r => r.TakesAway && r.Text == rule));

    /// <summary>Whether a code has a rule that gives it.</summary>
    /// <param name="code">The code's id.</param>
    public bool CanGive(string code) => _codes.Any(c => c.Id == code && c.Rules.Any(r => !r.TakesAway));

    /// <summary>What the rules say of a comment: a verdict for each code of which one holds, in the codebook's order.</summary>
    /// <param name="unit">The comment.</param>
    public ImmutableArray<RuleVerdict> Apply(RuleUnit unit) => Evaluate(unit).Verdicts;

    /// <summary>What each rule gives for a comment, in the order of <see cref="File"/>.</summary>
    /// <param name="unit">The comment.</param>
    public ImmutableArray<RuleOutcome> Outcomes(RuleUnit unit) => Evaluate(unit).Outcomes;

    private (ImmutableArray<RuleVerdict> Verdicts, ImmutableArray<RuleOutcome> Outcomes) Evaluate(RuleUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var known = new Dictionary<string, RuleOutcome>(StringComparer.Ordinal);
        var verdicts = ImmutableArray.CreateBuilder<RuleVerdict>();
        var outcomes = ImmutableArray.CreateBuilder<RuleOutcome>();
        foreach (var (id, rules) in _codes)
        {
            var all = rules.Select(r => (Rule: r, Outcome: RuleEvaluator.Of(r.Condition, unit, known))).ToList();
            outcomes.AddRange(all.Select(r => r.Outcome));
            var away = all.Find(h => h.Rule.TakesAway && h.Outcome.IsYes);
            var giving = all.Where(h => !h.Rule.TakesAway && h.Outcome.IsYes).ToList();
            var isGiven = away.Rule is null && giving.Count > 0;
            var spans = away.Rule is not null ? away.Outcome.Spans : TextSpans.Merge(giving.SelectMany(g => g.Outcome.Spans));
            foreach (var name in Names(id))
            {
                known.Add(name, new RuleOutcome(new CodeRule(0, name), isGiven ? 1 : 0, isGiven ? spans : [], []));
            }

            if (away.Rule is not null || giving.Count > 0)
            {
                verdicts.Add(new RuleVerdict(id, isGiven, (away.Rule ?? giving[0].Rule).Text, spans));
            }
        }

        return (verdicts.ToImmutable(), outcomes.ToImmutable());
    }

    private static string[] Names(string id) => ["＊" + id, "*" + id];

    private static RuleOfCode Parsed(string id, string text, (int Code, int Rule) place, ImmutableArray<string> earlier)
    {
        try
        {
            // The parser wants a space behind, as lines of a file have it.
            var code = RuleParser.Parse($"{id} #{place.Rule + 1}", text + " ", [(0, 1)], earlier);
            if (RuleLint.Nodes(code.Condition, null).FirstOrDefault(n => n.Node is MeasureRule { Measure: RuleMeasure.Number }).Node is { } number)
            {
                throw new RuleException(1, number.At + 1, text, new BilingualText(
                    "No.（通し番号）は、コードブックのルールには使えません。資料が増えると変わるためです。", "No. has no place in a codebook: numbers change as sources come."));
            }

            return code.Condition switch
            {
                NotRule not => new RuleOfCode(text, code, not.Part, TakesAway: true),
                _ => new RuleOfCode(text, code, code.Condition, TakesAway: false),
            };
        }
        catch (RuleException e)
        {
            throw new CodebookRuleException(place.Code, place.Rule, new BilingualText(
                $"コード「{id}」のルール「{text}」の {e.Column} 字目: {e.What.Ja}", $"Code \"{id}\", rule \"{text}\", character {e.Column}: {e.What.En}"), e);
        }
    }

    private sealed record RulesOfCode(string Id, ImmutableArray<RuleOfCode> Rules);

    private sealed record RuleOfCode(string Text, RuleCode Code, RuleNode Condition, bool TakesAway);
}

/// <summary>What a codebook's rules say of a code and a comment.</summary>
/// <param name="Code">The code's id.</param>
/// <param name="IsGiven">Whether the comment gets the code; else the code is taken away.</param>
/// <param name="Rule">The first rule that says so, as written.</param>
/// <param name="Evidence">The stretches that the rules matched, merged; may be empty.</param>
public sealed record RuleVerdict(string Code, bool IsGiven, string Rule, ImmutableArray<TextSpan> Evidence);
