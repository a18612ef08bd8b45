namespace FeedbackLab.Analysis.Themes.Rules;

/// <summary>What a condition says of other codes: <c>&lt;＊code&gt;</c>, the name in quotation marks or not.</summary>
internal static class CodeReferences
{
    /// <summary>The names of the codes that a condition refers to, asterisk included, in order.</summary>
    /// <param name="condition">The condition.</param>
    public static IEnumerable<string> Of(string condition) => RuleTokens.Of(condition).Select(t => NameIn(t.Text.TrimStart('!'))).OfType<string>();

    /// <summary>The condition with other text in the place of references, and nothing else changed.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="by">What stands in a reference's place, by the name in it, asterisk included; null leaves it.</param>
    public static string Replaced(string condition, Func<string, string?> by)
    {
        foreach (var token in RuleTokens.Of(condition).Reverse())
        {
            var reference = token.Text.TrimStart('!');
            if (NameIn(reference) is { } name && by(name) is { } other)
            {
                var end = token.At + token.Text.Length;
                condition = condition[..(end - reference.Length)] + other + condition[end..];
            }
        }

        return condition;
    }

    /// <summary>The name of the code that a token refers to, asterisk included; null where it is no reference.</summary>
    /// <param name="token">The token.</param>
    public static string? NameIn(string token) =>
        token.Length > 2 && token[0] == '<' && token[^1] == '>' && token[1] != '>' ? RuleTokens.Unquoted(token[1..^1]) : null;
}
