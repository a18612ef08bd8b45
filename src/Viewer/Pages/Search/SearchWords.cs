using System.Collections.Immutable;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Viewer.Commands.Search;
using FeedbackLab.Viewer.Reports;

namespace FeedbackLab.Viewer.Pages.Search;

/// <summary>The words of the search.</summary>
/// <param name="language">The language of the user.</param>
public sealed class SearchWords(ScreenLanguage language)
{
    /// <summary>What the page is called.</summary>
    public string Title => language.Pick("検索", "Search");

    /// <summary>Label of the field.</summary>
    public string Field => language.Pick("ことば、または検索式", "Words, or a query");

    /// <summary>What the field shows before anything is typed.</summary>
    public string Example => language.Pick("例: 利用料 負担", "e.g. 利用料 負担");

    /// <summary>The button.</summary>
    public string Button => language.Pick("検索する", "Search");

    /// <summary>The choice of a question in plain words.</summary>
    public string Ask => language.Pick("文で尋ねる（どれかの語を含むものを、近い順に）", "Ask in plain words (any of them, nearest first)");

    /// <summary>Opens the help.</summary>
    public string Syntax => language.Pick("検索式の書き方", "How to write a query");

    /// <summary>The help: what to write, and what it finds.</summary>
    public ImmutableArray<(string Example, string Means)> Help =>
    [
        ("利用料 負担", language.Pick("両方の語を含む（表記のゆれや同義語も見つけます）", "both words (spelling variants and synonyms too)")),
        ("利用料 OR 自己負担", language.Pick("どちらかを含む", "either of them")),
        ("利用料 -断られる", language.Pick("「断られる」を含むものを除く（NOT でも）", "without the second (NOT works too)")),
        ("\"自己負担があるので\"", language.Pick("このとおりに並んだ文字", "these letters in this order")),
        ("引*", language.Pick("この文字で始まる語（? は一文字）", "words that begin so (? is one letter)")),
        ("引継~", language.Pick("一文字ちがう語も", "words that differ by a letter too")),
        ("引継 NEAR/5 不安", language.Pick("5語以内に並ぶ", "within five words of each other")),
        ("テーマ:\"" + language.Pick("費用", "費用") + "\" 年:[2023 TO 2024]", language.Pick("項目でしぼる（回答者・年・資料・設問・テーマ・意見の性質・種類・列の名前）", "by field (respondent, year, source, question, theme, type, kind, a column's name)")),
        ("(送迎 OR 交通) AND 不便", language.Pick("かっこで組み合わせる", "brackets")),
    ];

    /// <summary>Heading of the facets.</summary>
    public string Narrow => language.Pick("しぼり込む", "Narrow");

    /// <summary>Without a script, narrows by what is ticked.</summary>
    public string NarrowButton => language.Pick("しぼり込む", "Narrow");

    /// <summary>What the two numbers of a facet's value are.</summary>
    public string FacetNote => language.Pick("数は回答者・意見", "respondents · comments");

    /// <summary>Lists all values.</summary>
    /// <param name="more">How many are not shown.</param>
    public string More(int more) => language.Pick($"ほか {more} を表示", $"{more} more");

    /// <summary>Lists fewer values.</summary>
    public string Fewer => language.Pick("少なく表示", "Show fewer");

    /// <summary>Tab.</summary>
    public string Hits => language.Pick("意見", "Comments");

    /// <summary>Tab.</summary>
    public string Kwic => language.Pick("前後の文脈（KWIC）", "In context (KWIC)");

    /// <summary>Label of the order.</summary>
    public string SortLabel => language.Pick("並び", "Order");

    /// <summary>The orders.</summary>
    public ImmutableArray<(string Value, string Name)> Sorts =>
    [
        (string.Empty, language.Pick("近い順", "Relevance")),
        ("year", language.Pick("新しい年から", "Latest year first")),
        ("respondent", language.Pick("回答者ごと", "By respondent")),
        ("place", language.Pick("資料の順", "As in the sources")),
    ];

    /// <summary>Label of the order of lines.</summary>
    public string ByLabel => language.Pick("文脈の並び", "Lines by");

    /// <summary>The orders of lines.</summary>
    public ImmutableArray<(string Value, string Name)> Bys =>
    [
        (string.Empty, language.Pick("意見の順", "Order of comments")),
        ("R1,R2", language.Pick("右の語", "Words on the right")),
        ("L1,L2", language.Pick("左の語", "Words on the left")),
        ("0,R1", language.Pick("一致した語", "The match itself")),
    ];

    /// <summary>The page before.</summary>
    public string Before => language.Pick("前へ", "Previous");

    /// <summary>The page after.</summary>
    public string After => language.Pick("次へ", "Next");

    /// <summary>Label of the downloads.</summary>
    public string Download => language.Pick("書き出す:", "Download:");

    /// <summary>Comments like one.</summary>
    public string Similar => language.Pick("似た意見", "Comments like it");

    /// <summary>Where a comment was set aside as a duplicate.</summary>
    public string Duplicate => language.Pick("同じ意見がほかにあり、集計では一度だけ数えています", "said elsewhere too; counted once in the figures");

    /// <summary>A condition's way out.</summary>
    public string Remove => language.Pick("条件を外す", "Remove");

    /// <summary>All conditions' way out.</summary>
    public string Clear => language.Pick("条件をすべて外す", "Remove all");

    /// <summary>Label of the comment that others are like.</summary>
    public string LikeLabel => language.Pick("この意見に似たもの", "Comments like this one");

    /// <summary>Where that comment is not there.</summary>
    public string LikeMissing => language.Pick("もとの意見がありません。資料が入れ替わったのかもしれません。", "That comment is not there; its source may have been replaced.");

    /// <summary>Where nothing is found.</summary>
    public string Nothing => language.Pick("当てはまる意見はありません。", "No comment fits.");

    /// <summary>Where a query cannot be read.</summary>
    public string Unreadable => language.Pick("この検索式は読めません。", "This query cannot be read.");

    /// <summary>Where a query is too much.</summary>
    public string TooMuch => language.Pick("この検索式は組み合わせられません。短く分けてください。", "This query cannot be put together. Split it into shorter ones.");

    /// <summary>Before a proposal.</summary>
    public string Meant => language.Pick("もしかして:", "Did you mean:");

    /// <summary>Says that a corrected query was used.</summary>
    public string Corrected => language.Pick("下は、次の検索式で探した結果です:", "Below is what this query finds:");

    /// <summary>A word that nobody wrote.</summary>
    /// <param name="word">The word.</param>
    /// <param name="hasMeant">Whether other words follow.</param>
    public string NoWord(string word, bool hasMeant) => language.Pick($"「{word}」のある意見はありません。", $"No comment holds “{word}”.") + (hasMeant ? " " + Meant : string.Empty);

    /// <summary>A value of a field that no comment has; other values follow where there are any.</summary>
    /// <param name="value">The value.</param>
    internal string NoValue(UnknownValue value) =>
        language.Pick($"「{value.Field.Name}:{value.Field.Value}」の意見はありません。", $"No comment has {value.Field.Name}:{value.Field.Value}.") + " " + (value.Values.IsEmpty
            ? language.Pick($"「{value.Field.Name}」という項目に値のある意見がありません。", $"No comment has any value of {value.Field.Name}.")
            : value.IsAlike ? Meant : language.Pick("ある値:", "There is:"));

    /// <summary>Offers to ask in plain words.</summary>
    public string AskInstead => language.Pick("ふつうの文として探す", "Ask it in plain words");

    /// <summary>How many comments that would find.</summary>
    /// <param name="comments">How many.</param>
    public string AskedCount(int comments) => language.Pick($"（意見 {comments:N0} 件、近い順）", $" ({comments:N0} comments, nearest first)");

    /// <summary>Where there is nothing to see in context.</summary>
    public string NoLines => language.Pick("ことばを入れると、前後の文脈を並べて見られます。", "Type a word to see it in its contexts.");

    /// <summary>Columns of the lines in context.</summary>
    public (string Left, string Match, string Right, string Place) Columns =>
        (language.Pick("左", "Left"), language.Pick("一致", "Match"), language.Pick("右", "Right"), language.Pick("出典", "Source"));

    /// <summary>How much was found.</summary>
    /// <param name="total">Comments found.</param>
    /// <param name="all">All comments.</param>
    /// <param name="hasDuplicates">Whether some of them are set aside as duplicates elsewhere.</param>
    /// <param name="respondents">Respondents found.</param>
    /// <param name="allRespondents">All respondents with a comment.</param>
    public string Count(int total, int all, bool hasDuplicates, int respondents, int allRespondents) => language.Pick(
        $"意見 {total:N0} 件（{(hasDuplicates ? "重複も含めて" : string.Empty)}全 {all:N0} 件）、回答者 {respondents:N0} 者（意見のある {allRespondents:N0} 者のうち）",
        $"{total:N0} of {all:N0} comments{(hasDuplicates ? ", duplicates too" : string.Empty)}, from {respondents:N0} of the {allRespondents:N0} respondents with a comment");

    /// <summary>Which of them are shown.</summary>
    /// <param name="first">The first, 1-based.</param>
    /// <param name="last">The last.</param>
    public string Shown(int first, int last) => language.Pick($"{first:N0}〜{last:N0} 件目", $"{first:N0} to {last:N0}");

    /// <summary>How many lines in context the comments of one page have.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="first">The first comment, 1-based.</param>
    /// <param name="last">The last one.</param>
    public string LinesOf(int lines, int first, int last) => language.Pick($"意見 {first:N0}〜{last:N0} 件目の {lines:N0} か所", $"{lines:N0} matches in comments {first:N0} to {last:N0}");

    /// <summary>How many lines in context.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="read">Comments that they are from.</param>
    /// <param name="total">Comments found.</param>
    public string LineCount(int lines, int read, int total) => read < total
        ? language.Pick($"{lines:N0} か所（並び順で先の意見 {read:N0} 件から。全部で {total:N0} 件あります）", $"{lines:N0} matches (in the first {read:N0} of {total:N0} comments)")
        : language.Pick($"{lines:N0} か所（意見 {read:N0} 件）", $"{lines:N0} matches in {read:N0} comments");

    /// <summary>What a facet is called.</summary>
    /// <param name="facet">The facet.</param>
    public string Facet(string facet) => facet switch
    {
        SearchFacets.Theme => language.Pick("テーマ", "Theme"),
        FacetNames.Year => language.Pick("年度", "Year"),
        FacetNames.Respondent => language.Pick("回答者", "Respondent"),
        SearchFacets.Question => language.Pick("設問", "Question"),
        SearchFacets.Source => language.Pick("資料", "Source"),
        SearchFacets.Kind => language.Pick("種類", "Kind"),
        SearchFacets.Type => language.Pick("意見の性質", "Type"),
        _ => facet,
    };

    /// <summary>A value as people read it.</summary>
    /// <param name="facet">The facet.</param>
    /// <param name="value">The value.</param>
    /// <param name="codeName">Name of a code.</param>
    public string Value(string facet, string value, Func<string, string> codeName)
    {
        ArgumentNullException.ThrowIfNull(codeName);
        return facet == SearchFacets.Theme ? codeName(value) : TypeWords.Of(facet, value, language);
    }
}
