using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Themes.Rules;

/// <summary>Cuts a condition into its tokens: at spaces, full-width ones too, but for those in quotation marks and in near and seq.</summary>
internal static class RuleTokens
{
    /// <summary>The tokens with where they begin.</summary>
    public static ImmutableArray<RuleToken> Of(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<RuleToken>();
        for (var at = 0; at < text.Length;)
        {
            if (IsSpace(text[at]))
            {
                at++;
            }
            else if (text[at] is '(' or ')' or '（' or '）')
            {
                tokens.Add(new RuleToken(at, text[at] is '(' or '（' ? "(" : ")"));
                at++;
            }
            else
            {
                // |! and &! are two tokens, written as one.
                var end = End(text, at);
                end = text[at..end] is "|!" or "&!" ? at + 1 : end;
                tokens.Add(new RuleToken(at, text[at..end]));
                at = end;
            }
        }

        return tokens.ToImmutable();
    }

    /// <summary>What stands in quotation marks, where they stand around all of it; a mark twice is the mark itself.</summary>
    public static string Unquoted(string text) => text.Length > 1 && text[0] is '\'' or '"' && text[^1] == text[0]
        ? text[1..^1].Replace(new string(text[0], 2), text[0].ToString(), StringComparison.Ordinal)
        : text;

    private static int End(string text, int start)
    {
        var at = start;
        var isCall = IsCall(text, start);
        while (at < text.Length && (isCall || !IsSpace(text[at])))
        {
            if (text[at] is '\'' or '"')
            {
                at = Closing(text, at) + 1;
                continue;
            }

            if (isCall && text[at] == ')')
            {
                // What stands behind it in brackets belongs to it.
                var bracket = at + 1 < text.Length && text[at + 1] == '[' ? text.IndexOf(']', at) : -1;
                return bracket < 0 ? at + 1 : bracket + 1;
            }

            if (!isCall && at > start && text[at] == ')')
            {
                return at;
            }

            at++;
        }

        return Math.Min(at, text.Length);
    }

    // A mark twice within marks is the mark itself. Where none closes, everything to the end is within.
    private static int Closing(string text, int open)
    {
        for (var at = open + 1; at < text.Length; at++)
        {
            if (text[at] == text[open])
            {
                if (at + 1 < text.Length && text[at + 1] == text[open])
                {
                    at++;
                }
                else
                {
                    return at;
                }
            }
        }

        return text.Length - 1;
    }

    private static bool IsCall(string text, int at) =>
        text.AsSpan(at).StartsWith("near(", StringComparison.OrdinalIgnoreCase) || text.AsSpan(at).StartsWith("seq(", StringComparison.OrdinalIgnoreCase);

    private static bool IsSpace(char c) => c is ' ' or '\u3000' or '\t';
}

/// <summary>A token of a condition.</summary>
/// <param name="At">Where it begins, 0-based.</param>
/// <param name="Text">The token.</param>
internal readonly record struct RuleToken(int At, string Text);
