using System.Collections.Immutable;
using System.Text;

namespace FeedbackLab.Analysis.Search;

/// <summary>What is looked for: all groups must match, of a group one word is enough, no excluded word may.</summary>
/// <param name="Groups">Words that are joined by OR, each group by AND.</param>
/// <param name="Excluded">Words that must not occur.</param>
public sealed record SearchQuery(ImmutableArray<ImmutableArray<SearchWord>> Groups, ImmutableArray<SearchWord> Excluded)
{
    /// <summary>The query that a line of text says.</summary>
    /// <remarks>
    /// Words stand between spaces (ASCII or full-width). <c>"…"</c>, <c>“…”</c> and <c>「…」</c> hold a phrase; one that is not
    /// closed goes on to the end. <c>-word</c> excludes (also <c>－</c>). <c>OR</c> or <c>または</c> between two words asks for either.
    /// </remarks>
    /// <param name="text">Any text; without a word the query is empty.</param>
    public static SearchQuery Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var groups = ImmutableArray.CreateBuilder<ImmutableArray<SearchWord>>();
        var excluded = ImmutableArray.CreateBuilder<SearchWord>();
        var joins = false;
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var excludes = text[at] is '-' or '－' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
            at += excludes ? 1 : 0;
            var word = ReadWord(text, ref at);
            if (!word.IsPhrase && !excludes && word.Text is "OR" or "または")
            {
                joins = groups.Count > 0;
            }
            else if (excludes)
            {
                excluded.Add(word);
                joins = false;
            }
            else if (word.Text.Length > 0)
            {
                if (joins)
                {
                    groups[^1] = groups[^1].Add(word);
                }
                else
                {
                    groups.Add([word]);
                }

                joins = false;
            }
        }

        return new SearchQuery(groups.ToImmutable(), [.. excluded.Where(w => w.Text.Length > 0)]);
    }

    private static SearchWord ReadWord(string text, ref int at)
    {
        var close = text[at] switch { '"' => '"', '“' => '”', '「' => '」', '＂' => '＂', _ => '\0' };
        var word = new StringBuilder();
        if (close != '\0')
        {
            for (at++; at < text.Length && text[at] != close; at++)
            {
                word.Append(text[at]);
            }

            at++;
            return new SearchWord(word.ToString().Trim(), IsPhrase: true);
        }

        for (; at < text.Length && !char.IsWhiteSpace(text[at]); at++)
        {
            word.Append(text[at]);
        }

        return new SearchWord(word.ToString(), IsPhrase: false);
    }
}

/// <summary>A word or a phrase of a query.</summary>
/// <param name="Text">As typed, without quotation marks.</param>
/// <param name="IsPhrase">Whether it must occur exactly so, spelling variants and synonyms apart.</param>
public sealed record SearchWord(string Text, bool IsPhrase);
