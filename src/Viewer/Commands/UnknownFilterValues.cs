using System.Globalization;
using FeedbackLab.Analysis.Search.Language;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Commands.Search;

namespace FeedbackLab.Viewer.Commands;

/// <summary>What a filter asks for that a workspace does not have.</summary>
internal static class UnknownFilterValues
{
    /// <summary>A line for each source, respondent and year of the filter that no passage of the workspace has, with what could be meant, else with those that there are.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="corpus">The workspace's corpus.</param>
    /// <returns>Empty where every value of the filter is there.</returns>
    public static IEnumerable<BilingualText> Of(CommentFilter filter, CommentCorpus corpus)
    {
        var years = corpus.Comments.Select(c => c.Year).Concat(corpus.LeftOut.Select(l => l.Year)).OfType<int>().Select(Text);
        return
        [
            .. Line(new BilingualText("資料", "source"), filter.Source, corpus.Sources.Select(s => s.Name)),
            .. Line(new BilingualText("回答者", "respondent"), filter.Respondent, corpus.Comments.Select(c => c.Respondent).Concat(corpus.LeftOut.Select(l => l.Respondent)).OfType<string>()),
            .. Line(new BilingualText("年", "year"), filter.Year is { } year ? Text(year) : null, years.OrderDescending(StringComparer.Ordinal)),
        ];

        static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
    }

    private static IEnumerable<BilingualText> Line(BilingualText name, string? wanted, IEnumerable<string> values)
    {
        string[] known = [.. values.Distinct(StringComparer.Ordinal)];
        if (wanted is null || known.Contains(wanted, StringComparer.Ordinal))
        {
            yield break;
        }

        var meant = DidYouMean.ValuesOf(wanted, known);
        var shown = meant.Length > 0 ? meant : [.. known];
        var more = shown.Length - CommentSearch.MostValues;
        var listed = shown.Take(CommentSearch.MostValues);
        yield return new BilingualText(
            $"{name.Ja}「{wanted}」は、このワークスペースにありません。"
                + (shown.Length == 0 ? $" {name.Ja}の分かる意見がありません。" : (meant.Length > 0 ? " もしかして: " : " ある値: ") + string.Join('、', listed) + (more > 0 ? $"（ほか {more}）" : string.Empty)),
            $"This workspace has no {name.En} “{wanted}”."
                + (shown.Length == 0 ? $" No comment tells its {name.En}." : (meant.Length > 0 ? " Did you mean: " : " There is: ") + string.Join(", ", listed) + (more > 0 ? $" (and {more} more)" : string.Empty)));
    }
}
