using System.Globalization;
using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Viewer.Reports;

/// <summary>Writes the ledger as an equation, so that everyone sees that it adds up.</summary>
public static class LedgerText
{
    /// <summary><c>読んだ行 10 = 分析 8 + 空欄 1 + …</c>.</summary>
    /// <param name="line">A line of the ledger.</param>
    /// <param name="language">The language.</param>
    public static string Of(LedgerLine line, ScreenLanguage language)
    {
        ArgumentNullException.ThrowIfNull(line);
        var without = line.WithoutTheme < 0 ? language.Pick("秘匿", "not shown") : line.WithoutTheme.ToString(CultureInfo.InvariantCulture);
        return language.Pick(
            $"読んだもの {line.RowsIn} = 分析 {line.Analysed} + 空欄 {line.Blank} + 尋ねていない {line.NotAsked} + 「特になし」 {line.NothingToSay} + 「同上」 {line.AsAbove} + 別紙 {line.Elsewhere} + 重複 {line.Duplicates} + 意見以外の文章 {line.LeftAside}（分析のうちテーマなし {without}）",
            $"Read {line.RowsIn} = analysed {line.Analysed} + blank {line.Blank} + not asked {line.NotAsked} + nothing to say {line.NothingToSay} + as above {line.AsAbove} + in an attachment {line.Elsewhere} + duplicates {line.Duplicates} + left aside {line.LeftAside} (of those analysed, without a theme {without})");
    }
}
