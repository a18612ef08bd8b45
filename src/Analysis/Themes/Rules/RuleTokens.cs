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
                var (end, open) = End(text, at);
                end = text[at..end] is "|!" or "&!" ? at + 1 : end;
                tokens.Add(new RuleToken(at, text[at..end], open));
                at = end;
            }
        }

        return tokens.ToImmutable();
    }

    /// <summary>What stands in quotation marks, where they stand around all of it; a mark twice is the mark itself.</summary>
    public static string Unquoted(string text) => text.Length > 1 && text[0] is '\'' or '"' && text[^1] == text[0]
        ? text[1..^1].Replace(new string(text[0], 2), text[0].ToString(), StringComparison.Ordinal)
        : text;

    /// <summary>Whether near( or seq( stands at a place, its parenthesis full-width or not.</summary>
    public static bool IsCall(string text, int at)
    {
        var name = text.AsSpan(at).StartsWith("near", StringComparison.OrdinalIgnoreCase) ? 4 : text.AsSpan(at).StartsWith("seq", StringComparison.OrdinalIgnoreCase) ? 3 : 0;
        return name > 0 && at + name < text.Length && text[at + name] is '(' or '（';
    }

    // Where the token ends, and the place of a quotation mark in it that nothing closes.
    private static (int End, int? Open) End(string text, int start)
    {
        var at = start;
        var isCall = IsCall(text, start);
        var isReference = text.AsSpan(start) is ['<', '＊' or '*', ..];
        var parentheses = 0;
        while (at < text.Length && (isCall || !IsSpace(text[at])))
        {
            if (text[at] is '\'' or '"' && OpensQuotation(text, start, at))
            {
                if (Closing(text, at) is not { } closing)
                {
                    return (text.Length, at);
                }

                at = closing + 1;
                continue;
            }

            if (isCall && text[at] is ')' or '）')
            {
                // What stands behind it in brackets belongs to it.
                var bracket = at + 1 < text.Length && text[at + 1] == '[' ? text.IndexOf(']', at) : -1;
                return (bracket < 0 ? at + 1 : bracket + 1, null);
            }

            // A name of a code may have parentheses in it.
            if (isReference && text[at] == '>' && (at + 1 == text.Length || IsSpace(text[at + 1]) || text[at + 1] is ')' or '）'))
            {
                return (at + 1, null);
            }

            if (!isCall && !isReference && text[at] is ')' or '）' && --parentheses < 0)
            {
                return (at, null);
            }

            // Parts of speech too: 形容詞（非自立）.
            parentheses += text[at] is '(' or '（' ? 1 : 0;
            at++;
        }

        return (Math.Min(at, text.Length), null);
    }

    // Within a word a mark is a character as any other (it's); it opens where a word, a name or a value may begin.
    private static bool OpensQuotation(string text, int start, int at) => at == start || text[at - 1] is '<' or '>' or '-' or '=' or '+' or '!' or '(' or '（' || IsSpace(text[at - 1]);

    // A mark twice within marks is the mark itself. Null where none closes.
    private static int? Closing(string text, int open)
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

        return null;
    }

    private static bool IsSpace(char c) => c is ' ' or '\u3000' or '\t';
}

/// <summary>A token of a condition.</summary>
/// <param name="At">Where it begins, 0-based.</param>
/// <param name="Text">The token.</param>
/// <param name="Open">Place of a quotation mark in it that nothing closes, so that all that is left is within; null where there is none.</param>
internal readonly record struct RuleToken(int At, string Text, int? Open = null);
