using System.Buffers;
using System.Text.RegularExpressions;

namespace FeedbackLab.Analysis.Themes.Types;

/// <summary>What of a text its writer says: without quotations, and with brackets at the end of a clause taken off or looked into.</summary>
internal static partial class OwnWords
{
    private const string Opening = "「『“";
    private const string Closing = "」』”";

    private static readonly SearchValues<char> Quoting = SearchValues.Create(Opening);
    private static readonly SearchValues<char> Particles = SearchValues.Create("がはもを");

    /// <summary>The writer's own words.</summary>
    /// <param name="text">The text, normalised.</param>
    public static string Of(string text) => WithoutBrackets(text.AsSpan().ContainsAny(Quoting) ? WithoutQuotations(text) : text);

    // From each closing mark back to the nearest of its kind that is open; marks left over stay.
    private static string WithoutQuotations(string text)
    {
        var kept = new char[text.Length];
        var length = 0;
        var open = new Stack<int>[] { new(), new(), new() };
        foreach (var c in text)
        {
            kept[length++] = c;
            if (Opening.IndexOf(c, StringComparison.Ordinal) is >= 0 and var opened)
            {
                open[opened].Push(length - 1);
            }
            else if (Closing.IndexOf(c, StringComparison.Ordinal) is >= 0 and var closed)
            {
                // Those that open inside what was already taken out are gone with it.
                while (open[closed].TryPop(out var at))
                {
                    if (at < length - 1 && kept[at] == Opening[closed])
                    {
                        length = at;
                        break;
                    }
                }
            }
        }

        return new string(kept, 0, length);
    }

    // A bracket that ends a clause: with a particle first it goes on with the clause, with one inside it is a clause itself, else it names something.
    private static string WithoutBrackets(string text) =>
        text.Contains('(', StringComparison.Ordinal) ? FinalBracket().Replace(text, bracket => InPlaceOf(bracket.Groups[1].Value)) : text;

    private static string InPlaceOf(string inside) =>
        inside is ['が' or 'は' or 'も', ..] ? inside
        : inside.AsSpan().ContainsAny(Particles) ? $"\n{inside}\n"
        : string.Empty;

    [GeneratedRegex("\\(([^()]*)\\)(?=\\s*([、。,.!?;]|$))", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex FinalBracket();
}
