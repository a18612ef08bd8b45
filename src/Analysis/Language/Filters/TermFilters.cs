using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Language.Filters;

/// <summary>The filters that look at one term at a time. All are pure, keep the order, and can be chained in any order.</summary>
public static class TermFilters
{
    /// <summary>Shortest katakana word that <see cref="StemKatakana"/> shortens, in characters: Lucene's default.</summary>
    public const int ShortestStem = 4;

    /// <summary>Every term as its dictionary form; terms without one stay. Lucene's <c>JapaneseBaseFormFilter</c>.</summary>
    /// <param name="terms">The terms.</param>
    public static ImmutableArray<StreamTerm> ToBaseForm(ImmutableArray<StreamTerm> terms) =>
        Rewrite(terms, t => t.BaseForm ?? t.Text);

    /// <summary>
    /// Katakana words of <paramref name="shortest"/> characters or more without the long-vowel mark at their end (サーバー → サーバ;
    /// コピー stays). Lucene's <c>JapaneseKatakanaStemFilter</c>: full-width katakana only.
    /// </summary>
    /// <param name="terms">The terms.</param>
    /// <param name="shortest">Shortest word to shorten, in characters; at least 1.</param>
    public static ImmutableArray<StreamTerm> StemKatakana(ImmutableArray<StreamTerm> terms, int shortest = ShortestStem)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shortest, 1);
        return Rewrite(terms, t => t.Text.Length >= shortest && t.Text[^1] == 'ー' && t.Text.All(IsKatakana) ? t.Text[..^1] : t.Text);
    }

    /// <summary>Every term as its kanji skeleton (<see cref="KanjiSkeleton"/>).</summary>
    /// <param name="terms">The terms.</param>
    public static ImmutableArray<StreamTerm> ToSkeleton(ImmutableArray<StreamTerm> terms) =>
        Rewrite(terms, t => KanjiSkeleton.Of(t.Text));

    /// <summary>
    /// The terms whose part of speech is not in the set; what follows a dropped one keeps its distance in positions. Lucene's
    /// <c>JapanesePartOfSpeechStopFilter</c>: a part of speech is compared whole, levels included.
    /// </summary>
    /// <param name="terms">The terms.</param>
    /// <param name="stopped">Parts of speech to drop, such as 助詞-格助詞-一般.</param>
    public static ImmutableArray<StreamTerm> DropPartsOfSpeech(ImmutableArray<StreamTerm> terms, IReadOnlySet<string> stopped)
    {
        ArgumentNullException.ThrowIfNull(stopped);
        return Drop(terms, t => stopped.Contains(t.PartOfSpeech));
    }

    /// <summary>The terms that are not in the set; positions as in <see cref="DropPartsOfSpeech"/>. Lucene's <c>StopFilter</c>.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="stopped">Terms to drop.</param>
    public static ImmutableArray<StreamTerm> DropWords(ImmutableArray<StreamTerm> terms, IReadOnlySet<string> stopped)
    {
        ArgumentNullException.ThrowIfNull(stopped);
        return Drop(terms, t => stopped.Contains(t.Text));
    }

    private static ImmutableArray<StreamTerm> Rewrite(ImmutableArray<StreamTerm> terms, Func<StreamTerm, string> text) =>
        [.. terms.Select(t => t with { Text = text(t) })];

    private static ImmutableArray<StreamTerm> Drop(ImmutableArray<StreamTerm> terms, Func<StreamTerm, bool> isStopped)
    {
        var kept = ImmutableArray.CreateBuilder<StreamTerm>(terms.Length);
        var skipped = 0;
        foreach (var term in terms)
        {
            if (isStopped(term))
            {
                skipped += term.PositionIncrement;
                continue;
            }

            kept.Add(term with { PositionIncrement = term.PositionIncrement + skipped });
            skipped = 0;
        }

        return kept.ToImmutable();
    }

    // The whole Unicode block, as Lucene's filter tests it.
    private static bool IsKatakana(char c) => c is >= '\u30A0' and <= '\u30FF';
}
