using System.Collections.Immutable;
using System.Text;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports.Sheets;

namespace FeedbackLab.Viewer.Exports;

/// <summary>Decisions that were set aside, a row each, beside the comments that stand in the place of theirs; docs/guide/coding.md.</summary>
/// <remarks>The ids are those of the comments of now, so that <see cref="CodingsTableReader"/> reads the rows as decisions on these.</remarks>
internal static class SetAsideSheet
{
    /// <summary>The column with the words of before.</summary>
    public static BilingualText Before { get; } = new("前の意見", "text_before");

    public static SheetTable Of(ImmutableArray<SetAsideDecision> decisions, Codebook codebook, ScreenLanguage language)
    {
        var names = codebook.Codes.ToDictionary(c => c.Id, c => language.Pick(c.Name), StringComparer.Ordinal);
        return new SheetTable(
            language.Pick("取り置き", "Set aside"),
            [
                Column("comment_id"), Column("respondent"), Column("year"), Column("citation"), new SheetColumn(language.Pick(Before), 60, SheetFormat.Wrapped), Column("text"),
                Column("code"), Column("code_name"), Column("state"), Column("who"), Column("at"),
            ],
            [
                .. decisions.Select(d => ImmutableArray.Create<object?>(
                    d.Now?.Id, (d.Now ?? d.Before).Respondent, (d.Now ?? d.Before).Year, Citation.Of((d.Now ?? d.Before).Source, (d.Now ?? d.Before).Place), d.Before.Text, d.Now?.Text,
                    d.Code, d.Code is null ? null : names.GetValueOrDefault(d.Code), d.Code is null ? language.Pick(CodingsTable.NoneFits) : CodingsTable.NameOf(d.State, language), d.Who, d.When)),
            ]);

        SheetColumn Column(string key)
        {
            var column = CodingsTable.Columns.First(c => c.Key == key);
            return new SheetColumn(language.Pick(column.Ja, column.Key), column.Width, column.Format);
        }
    }

    /// <summary>The table as CSV with a byte order mark.</summary>
    public static string Csv(SheetTable table)
    {
        var csv = new StringBuilder("\uFEFF");
        CommentsCsv.Row(csv, [.. table.Columns.Select(c => c.Title)]);
        foreach (var row in table.Rows)
        {
            CodingsTable.Row(csv, row);
        }

        return csv.ToString();
    }
}
