using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Reports;
using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Viewer.Pages.Comments;

/// <summary>The words of the list of comments.</summary>
/// <param name="language">The language of the user.</param>
public sealed class CommentsWords(ScreenLanguage language)
{
    /// <summary>What the page is called.</summary>
    public string Title => language.Pick("意見", "Comments");

    /// <summary>What stands above the list.</summary>
    /// <param name="total">Number of comments.</param>
    /// <param name="respondents">Number of respondents.</param>
    /// <param name="all">Number of all comments.</param>
    public string Count(int total, int respondents, int all) => language.Pick(
        $"{all:N0} 件のうち {total:N0} 件（回答者 {respondents:N0} 者）", $"{total:N0} of {ScreenLanguages.InEnglish(all, "comment")} ({ScreenLanguages.InEnglish(respondents, "respondent")})");

    /// <summary>Where nothing fits.</summary>
    public string Nothing => language.Pick("この条件に合う意見はありません。", "No comment fits.");

    /// <summary>Takes a condition away.</summary>
    public string Remove => language.Pick("条件を外す", "Remove");

    /// <summary>To all comments.</summary>
    public string ShowAll => language.Pick("すべての意見を見る", "Show all comments");

    /// <summary>The page before.</summary>
    public string Before => language.Pick("前へ", "Previous");

    /// <summary>The page after.</summary>
    public string After => language.Pick("次へ", "Next");

    /// <summary>Conditions in words, each with the address without it.</summary>
    /// <param name="selection">The conditions.</param>
    /// <param name="codeName">Name of a code.</param>
    /// <param name="meetingTitle">Title of a meeting.</param>
    public ImmutableArray<(string Name, string Value, string Without)> Conditions(CommentSelection selection, Func<string, string> codeName, Func<string, string> meetingTitle)
    {
        ArgumentNullException.ThrowIfNull(selection);
        var conditions = ImmutableArray.CreateBuilder<(string, string, string)>();
        Add("テーマ", "Theme", selection.Theme is null ? null : selection.Theme == CommentSelection.NoTheme ? language.Pick("テーマなし", "none") : codeName(selection.Theme), selection with { Theme = null, Change = null });
        Add("テーマのまとまり", "Themes under", selection.Under is null ? null : codeName(selection.Under), selection with { Under = null });
        Add("回答者", "Respondent", selection.Respondent is { Length: 0 } ? language.Pick("なし", "none") : selection.Respondent, selection with { Respondent = null });
        Add("話し手", "Speaker", selection.Speaker, selection with { Speaker = null });
        Add("年", "Year", selection.Year?.ToString(CultureInfo.InvariantCulture), selection with { Year = null });
        Add("資料", "Source", selection.Source, selection with { Source = null });
        Add("設問", "Question", selection.Question, selection with { Question = null });
        Add("意見グループ", "Group", selection.Cluster?.ToString(CultureInfo.InvariantCulture), selection with { Cluster = null });
        Add("新しいテーマの候補", "Possible new theme", selection.NewTheme?.ToString(CultureInfo.InvariantCulture), selection with { NewTheme = null });
        Add("会議", "Meeting", selection.Meeting is null ? null : meetingTitle(selection.Meeting), selection with { Meeting = null });
        Add("意見の性質", "Type", selection.Type is { } type ? TypeWords.Of(SearchFacets.Type, type, language) : null, selection with { Type = null });
        Add(selection.Attribute, selection.Attribute, selection.Attribute is null ? null : selection.Value ?? language.Pick("あり", "any"), selection with { Attribute = null, Value = null });
        if (selection.Change is { } change)
        {
            Add(
                $"{change.Earlier}・{change.Later}年度とも尋ねた回答者のうち",
                $"Asked in {change.Earlier} and {change.Later}",
                change.When switch
                {
                    MentionedWhen.Both => language.Pick("両方の年に挙げた", "mention it both times"),
                    MentionedWhen.Earlier => language.Pick($"{change.Earlier}年度だけ挙げた", $"mention it in {change.Earlier} only"),
                    MentionedWhen.Later => language.Pick($"{change.Later}年度だけ挙げた", $"mention it in {change.Later} only"),
                    MentionedWhen.InEarlier => language.Pick($"{change.Earlier}年度に挙げた", $"mention it in {change.Earlier}"),
                    _ => language.Pick($"{change.Later}年度に挙げた", $"mention it in {change.Later}"),
                },
                selection with { Change = null });
        }

        foreach (var condition in selection.In.Conditions)
        {
            Add(
                CrossTables.NameOf(condition.Attribute).Ja,
                CrossTables.NameOf(condition.Attribute).En,
                string.Join(language.Pick("、", ", "), condition.Values.Select(v => condition.Attribute.Kind == CrossKind.Meeting ? meetingTitle(v) : v)),
                selection with { In = new CrossFilter(selection.In.Conditions.Remove(condition)) });
        }

        return conditions.ToImmutable();

        void Add(string? ja, string? en, string? value, CommentSelection without)
        {
            if (value is not null && ja is not null && en is not null)
            {
                conditions.Add((language.Pick(ja, en), value, without.Url));
            }
        }
    }
}
