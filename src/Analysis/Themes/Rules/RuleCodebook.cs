using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes.Rules;

/// <summary>A codebook as a file of KH Coder's coding rules, and back. docs/guide/exchange.md.</summary>
public static class RuleCodebook
{
    private const int IdDigits = 8;

    /// <summary>The file's text, LF at line ends, and what of the codebook it has no place for.</summary>
    /// <remarks>
    /// A code's condition: any of its rules that give it, or any of its terms as characters of a sentence; and none of those that take it away.
    /// A code with terms to which rules refer stands twice, first with its rules alone: that is what a reference means in a codebook.
    /// Definitions stand in lines that KH Coder passes over.
    /// </remarks>
    /// <param name="codebook">The codebook.</param>
    public static (string Text, ImmutableArray<BilingualText> Losses) Write(Codebook codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        var text = new StringBuilder("# ").Append(OnOneLine(codebook.Name)).Append('\n');
        var losses = ImmutableArray.CreateBuilder<BilingualText>();
        var names = Names(codebook);
        var rules = CodebookRules.Of(codebook);
        var alone = RulesAlone(codebook, rules, names);
        foreach (var code in codebook.Codes)
        {
            var away = code.Rules.Where(r => rules?.TakesAway(code.Id, r) ?? false).ToImmutableArray();
            if (!code.IsCodable || (code.Rules.Length == away.Length && code.Terms.IsEmpty))
            {
                losses.Add(new BilingualText(
                    $"コード「{code.Name.Ja}」は書き出しません（{(code.IsCodable ? "語も、付けるルールもない" : "ほかのコードをまとめるだけ")}）。", $"The code \"{code.Name.En}\" is left out: it {(code.IsCodable ? "has neither terms nor rules that give it" : "only holds others together")}."));
                continue;
            }

            if (alone.TryGetValue(code.Id, out var rulesAlone))
            {
                text.Append("\n＊").Append(rulesAlone).Append('\n').Append(Condition(code with { Terms = [] }, away, Reference)).Append('\n');
                losses.Add(new BilingualText(
                    $"コード「{code.Name.Ja}」を指すルールは語を見ないので、そのルールだけのコード「{rulesAlone}」も書き出します。",
                    $"Rules that refer to the code \"{code.Name.En}\" do not look at its terms; the code \"{rulesAlone}\", with its rules alone, is written for them."));
            }

            text.Append('\n').Append('＊').Append(names[code.Id]).Append('\n');
            foreach (var line in code.Definition.Ja.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                text.Append("# ").Append(OnOneLine(line)).Append('\n');
            }

            text.Append(Condition(code, away, Reference)).Append('\n');
        }

        return (text.ToString(), losses.ToImmutable());

        // What no rule gives no comment has: a text without characters.
        string Reference(string asked) => asked[1..] is var id && rules!.CanGive(id) ? $"<＊{alone.GetValueOrDefault(id, names[id])}>" : " ( lc < 0 ) ";
    }

    /// <summary>The codebook of a file of rules: a code a name, its condition as its rule.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">What the codebook is called.</param>
    /// <returns>Ids are made from the names, so that the same file gives the same ids.</returns>
    public static Codebook Read(RuleFile file, string name)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(name);
        var ids = file.Codes.ToDictionary(c => c.Name, c => "k" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Bare(c.Name))))[..IdDigits], StringComparer.Ordinal);
        return new Codebook(
            name,
            [
                .. file.Codes.Select(code =>
                {
                    var bare = Bare(code.Name);
                    var rule = CodeReferences.Replaced(code.Text.Trim(), name => ids.TryGetValue(name, out var id) ? $"<＊{id}>" : null);

                    // In a codebook a rule that begins with not takes the code away.
                    return new Code(ids[code.Name], new BilingualText(bare, bare), new BilingualText(string.Empty, string.Empty), string.Empty, string.Empty, [], [])
                    {
                        Rules = [code.Condition is NotRule ? $"( {rule} )" : rule],
                    };
                }),
            ]);
    }

    private static string Condition(Code code, ImmutableArray<string> away, Func<string, string> reference)
    {
        var giving = code.Rules.Except(away).Select(r => $"( {CodeReferences.Replaced(r, reference)} )").Concat(code.Terms.Select(t => "'" + OnOneLine(t).Replace("'", "''", StringComparison.Ordinal) + "'"));
        var given = string.Join(" or ", giving);
        return away.IsEmpty ? given : $"( {given} ) and {string.Join(" and ", away.Select(r => $"( {CodeReferences.Replaced(r, reference)} )"))}";
    }

    // By id the names of what is written for references: of codes with terms to which a rule of another refers.
    private static Dictionary<string, string> RulesAlone(Codebook codebook, CodebookRules? rules, Dictionary<string, string> names)
    {
        var asked = codebook.Codes.Where(c => c.IsCodable).SelectMany(c => c.Rules).SelectMany(CodeReferences.Of).Select(r => r[1..]).ToHashSet(StringComparer.Ordinal);
        return codebook.Codes.Where(c => asked.Contains(c.Id) && !c.Terms.IsEmpty && rules!.CanGive(c.Id)).ToDictionary(
            c => c.Id,
            c => names.ContainsValue($"{names[c.Id]}_ルール") ? $"{names[c.Id]}_ルール_{c.Id}" : $"{names[c.Id]}_ルール",
            StringComparer.Ordinal);
    }

    // Each name once, without what would end it: spaces separate words, as parentheses do, and quotation marks hide them.
    private static Dictionary<string, string> Names(Codebook codebook)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return codebook.Codes.ToDictionary(
            c => c.Id,
            c =>
            {
                var name = string.Concat(OnOneLine(c.Name.Ja).Select(x => x switch
                {
                    '(' => '（',
                    ')' => '）',
                    '<' or '>' or '\'' or '"' => '_',
                    _ => char.IsWhiteSpace(x) ? '_' : x,
                }));
                return taken.Add(name) ? name : $"{name}_{c.Id}";
            },
            StringComparer.Ordinal);
    }

    private static string Bare(string name) => name.TrimStart('＊', '*').Trim();

    private static string OnOneLine(string text) => text.ReplaceLineEndings(" ");
}
