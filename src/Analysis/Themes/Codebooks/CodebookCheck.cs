using System.Collections.Immutable;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes.Rules;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Analysis.Themes.Codebooks;

/// <summary>Finds what in a codebook may lead its users, or the coder, astray.</summary>
public static class CodebookCheck
{
    private const double NearlyEqual = 0.8;
    private const int ShortestCompared = 6;

    private static readonly BilingualText NameOnly = new(
        "名前だけです。名前だけでは、意見にほとんど付きません。定義（definition）を一文と、意見で使われる言い方（include）を「、」で区切って五つほど書いてください。",
        "It has only its name. By that alone it is hardly ever given. Write a definition of one sentence, and some five ways in which people say it (include), with commas.");

    // docs/methods/coding.md has the three pairs of figures.
    private static readonly BilingualText NoWords = new(
        "include（含むもの）も terms（語）もありません。意見で使われる言い方を include に「、」で区切って書くと、自動の付け方が良くなります（人が付けた三組の意見で、F1 が .44〜.66 から .67〜.71 へ）。",
        "It has neither include nor terms. With the ways in which people say it in include, it is given better (F1 from .44 to .66 without, .67 to .71 with, on three sets that people coded).");

    /// <summary>The warnings, by the codebook's order.</summary>
    /// <param name="codebook">The codebook.</param>
    public static ImmutableArray<(string Code, BilingualText What)> Of(Codebook codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        var rules = CodebookRules.Of(codebook);
        return
        [
            .. codebook.Codes.SelectMany((code, i) => Of(code, codebook.Codes[..i], codebook, rules?.CanGive(code.Id) == true).Select(w => (code.Id, w))),
            .. rules is null ? [] : Told(rules.File, RuleLint.Of(rules.File)),
        ];
    }

    /// <summary>What the comments say of the codebook's rules: words that none has, rules that match none or only where another does.</summary>
    /// <param name="codebook">The codebook.</param>
    /// <param name="comments">The comments; without any nothing is said.</param>
    public static ImmutableArray<(string Code, BilingualText What)> Of(Codebook codebook, IReadOnlyList<Comment> comments)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(comments);
        if (comments.Count == 0 || CodebookRules.Of(codebook) is not { } rules)
        {
            return [];
        }

        var units = RuleUnit.Of(comments);
        var names = codebook.Codes.ToDictionary(c => c.Id, c => c.Name, StringComparer.Ordinal);
        return [.. Told(rules.File, RuleLint.Of(rules.File, units, [.. units.Select(rules.Outcomes)], ByName))];

        // An id may be a hash.
        BilingualText ByName(string rule)
        {
            var (code, number) = Parts(rule);
            return new BilingualText($"「{names[code].Ja}」のルール{number}", $"rule {number} of \"{names[code].En}\"");
        }
    }

    private static IEnumerable<(string Code, BilingualText What)> Told(RuleFile rules, IEnumerable<RuleWarning> warnings)
    {
        var names = rules.Codes.Select(c => c.Name).ToList();
        return warnings.OrderBy(w => names.IndexOf(w.Code)).ThenBy(w => w.Column).Select(w =>
        {
            var (code, number) = Parts(w.Code);
            return (code, new BilingualText($"ルール{number} の {w.Column} 字目: {w.What.Ja}", $"Rule {number}, character {w.Column}: {w.What.En}"));
        });
    }

    // A rule's name is its code's id and its number.
    private static (string Code, string Number) Parts(string rule)
    {
        var at = rule.LastIndexOf(" #", StringComparison.Ordinal);
        return (rule[..at], rule[(at + 2)..]);
    }

    // A rule that gives a code says by itself what is in.
    private static IEnumerable<BilingualText> Of(Code code, ImmutableArray<Code> before, Codebook codebook, bool isGivenByRule)
    {
        if (before.FirstOrDefault(b => b.Name.Ja == code.Name.Ja) is { } namesake)
        {
            yield return new($"「{namesake.Id}」と名前が同じです。", $"It has the same name as \"{namesake.Id}\".");
        }

        if (codebook.Codes.FirstOrDefault(c => c != code && (c.Id == code.Name.Ja || c.Id == code.Name.En)) is { } owner)
        {
            yield return new($"名前が、別のコードの id「{owner.Id}」と同じです。表では id のほうに取られます。", $"Its name is the id of another code, \"{owner.Id}\". In a table it is taken for the id.");
        }

        if (code.IsCodable && !isGivenByRule && code.Include.Length == 0)
        {
            if (code.Terms.IsEmpty)
            {
                yield return code.Definition.Ja.Length == 0 ? NameOnly : NoWords;
            }

            if (code.Exclude.Length == 0)
            {
                yield return new("含むもの・除くものが書かれていません。人によって付け方が分かれます。", "What is in and what is out is not written. People will code it differently.");
            }
        }

        foreach (var term in code.Terms)
        {
            if (before.FirstOrDefault(b => b.Terms.Contains(term, StringComparer.Ordinal)) is { } other)
            {
                yield return new($"語「{term}」は「{other.Id}」にもあります。", $"The term \"{term}\" is among those of \"{other.Id}\" too.");
            }
        }

        if (before.FirstOrDefault(b => Likeness(b.Definition.Ja, code.Definition.Ja) >= NearlyEqual) is { } alike)
        {
            yield return new($"定義が「{alike.Id}」とほとんど同じです。人によって付け方が分かれます。", $"Its definition is nearly that of \"{alike.Id}\". People will code it differently.");
        }

        if (code.Color is not null && before.FirstOrDefault(b => b.Color == code.Color) is { } twin)
        {
            yield return new($"「{twin.Id}」と色が同じです。", $"It has the same colour as \"{twin.Id}\".");
        }

        if (!code.IsCodable && codebook.Codes.All(c => c.Parent != code.Id))
        {
            yield return new("まとめるだけのコードですが、その下にコードがありません。", "It only holds others together, but no code is under it.");
        }
    }

    // Dice (1945) over pairs of characters, white space left out; 0 for texts too short to say.
    private static double Likeness(string one, string other)
    {
        var (first, second) = (Pairs(one), Pairs(other));
        return first.Count < ShortestCompared || second.Count < ShortestCompared ? 0 : 2.0 * first.Intersect(second).Count() / (first.Count + second.Count);

        static HashSet<string> Pairs(string text)
        {
            var letters = JapaneseText.WithoutSpaces(NormalizedText.Of(text).Text);
            return [.. Enumerable.Range(0, Math.Max(0, letters.Length - 1)).Select(i => letters.Substring(i, 2))];
        }
    }
}
