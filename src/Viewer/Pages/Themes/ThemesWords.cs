using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Pages.Themes;

/// <summary>The words of the pages of themes.</summary>
/// <param name="language">The language of the user.</param>
public sealed class ThemesWords(ScreenLanguage language)
{
    /// <summary>A column.</summary>
    public BilingualText GroupColumn { get; } = new("グループ", "Group");

    /// <summary>A column.</summary>
    public BilingualText Mention { get; } = new("挙げた数", "Mention it");

    /// <summary>A column.</summary>
    public BilingualText Asked { get; } = new("尋ねた数", "Asked");

    /// <summary>A column.</summary>
    public BilingualText CommentsColumn { get; } = new("意見", "Comments");

    /// <summary>What the page is called.</summary>
    public string Title => language.Pick("テーマ", "Themes");

    /// <summary>What stands above the list.</summary>
    public string Lead => language.Pick(
        "コードブックのテーマを、挙げた回答者の多い順に並べています。テーマを開くと、定義、年度や地域ごとの数、意見、コードの直し方があります。",
        "The themes of the codebook, by the respondents that mention them. Each page has the definition, counts by year and area, the comments, and ways to change the code.");

    /// <summary>A column.</summary>
    public string Theme => language.Pick("テーマ", "Theme");

    /// <summary>A column.</summary>
    public string Respondents => language.Pick("回答者", "Respondents");

    /// <summary>A column.</summary>
    public string Comments => language.Pick("意見", "Comments");

    /// <summary>A column.</summary>
    public string Accepted => language.Pick("確認済み", "Decided");

    /// <summary>A column.</summary>
    public string Open => language.Pick("未確認", "Not yet");

    /// <summary>Heading of groups that no code covers.</summary>
    public string NewThemes => language.Pick("新しいテーマかもしれない意見", "Possible new themes");

    /// <summary>What they are.</summary>
    public string NewThemesNote => language.Pick(
        "どのコードにも当てはまらなかった意見を、言葉の似かたで集めた下書きです。意見を読み、テーマにするかどうかを決めてください。",
        "Comments that no code covers, put together by their words: drafts. Read them and decide whether they are a theme.");

    /// <summary>How large a group is.</summary>
    /// <param name="group">The group.</param>
    public string GroupSize(ClusterFinding group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return language.Pick($"意見 {group.Comments.Count:N0} 件、回答者 {group.Respondents.Count:N0} 者", $"{ScreenLanguages.InEnglish(group.Comments.Count, "comment")}, {ScreenLanguages.InEnglish(group.Respondents.Count, "respondent")}")
            + (group.IsWeak ? language.Pick("（まとまりは弱い）", " (loosely held together)") : string.Empty);
    }

    /// <summary>Shows the comments of a group.</summary>
    public string ReadGroup => language.Pick("意見を読む", "Read the comments");

    /// <summary>Makes a group a code.</summary>
    public string Adopt => language.Pick("このグループをコードにする", "Make it a code");

    /// <summary>Heading of the form for a code.</summary>
    public string Add => language.Pick("コードを足す", "Add a code");

    /// <summary>A field.</summary>
    public string Name => language.Pick("名前", "Name (Japanese)");

    /// <summary>A field.</summary>
    public string NameEn => language.Pick("英語の名前（なければ空欄）", "Name (English)");

    /// <summary>A field.</summary>
    public string Definition => language.Pick("定義", "Definition (Japanese)");

    /// <summary>A field.</summary>
    public string DefinitionEn => language.Pick("英語の定義（なければ空欄）", "Definition (English)");

    /// <summary>A field.</summary>
    public string Include => language.Pick("含むもの", "What belongs to it");

    /// <summary>A field.</summary>
    public string Exclude => language.Pick("含まないもの", "What does not");

    /// <summary>A field.</summary>
    public string Terms => language.Pick("示す語（読点かコンマで区切る）", "Words that speak for it (with commas)");

    /// <summary>A field.</summary>
    public string Note => language.Pick("理由（記録に残ります）", "Why (kept in the record)");

    /// <summary>Heading of the record.</summary>
    public string History => language.Pick("コードの記録", "What became of the codes");

    /// <summary>Heading of the words that set a theme apart.</summary>
    public string Evidence => language.Pick("このテーマの意見に目立つ語", "Words that set its comments apart");

    /// <summary>Heading of the definition's parts.</summary>
    public (string Include, string Exclude, string Terms, string Rules) Parts => (Include, Exclude, language.Pick("示す語", "Words that speak for it"), language.Pick("ルール", "Rules"));

    /// <summary>Heading of the groups.</summary>
    public string ByGroups => language.Pick("年度・地域などでの違い", "By year, area and more");

    /// <summary>Label of the choice.</summary>
    public string By => language.Pick("分け方", "Divide by");

    /// <summary>Heading of the comments that stand best for it.</summary>
    public string Representative => language.Pick("このテーマをよく表す意見", "Comments that stand best for it");

    /// <summary>How they were chosen.</summary>
    public string RepresentativeNote => language.Pick("一人の回答者に偏らないように選んでいます。言葉は原文のままです。", "Spread over respondents, in their own words.");

    /// <summary>Heading of all comments.</summary>
    public string All => language.Pick("意見と判断", "Comments and decisions");

    /// <summary>Tab for all states.</summary>
    public string AllStates => language.Pick("すべて", "All");

    /// <summary>Where a state has no comments.</summary>
    public string Nothing => language.Pick("この状態の意見はありません。", "No comment is in this state.");

    /// <summary>Button.</summary>
    public string Accept => language.Pick("承認", "Accept");

    /// <summary>Button.</summary>
    public string Reject => language.Pick("却下", "Reject");

    /// <summary>Leads to the desk.</summary>
    public string Decide => language.Pick("ほかのコードも決める", "Decide on other codes too");

    /// <summary>Heading of what can be done.</summary>
    public string Change => language.Pick("このコードを直す", "Change this code");

    /// <summary>Operation.</summary>
    public string Edit => language.Pick("名前・定義・語を直す", "Name, definition, words");

    /// <summary>Operation.</summary>
    public string Merge => language.Pick("ほかのコードをここへまとめる", "Merge other codes into it");

    /// <summary>Note on merging.</summary>
    public string MergeNote => language.Pick("選んだコードの判断は、このコードに引き継がれます。まとめたコードで新しい判断をするまでは、元のとおりに戻せます。そのあとで分け直すときは下の「このコードを分ける」を使い、付いていた意見をもう一度確かめます。前の判断は記録に残ります。", "Decisions on the codes chosen are carried over to this one. Until somebody decides by the merged code, the merge can be undone; after that, split the code below and look at its comments anew. Earlier decisions stay in the record.");

    /// <summary>Undoes the last merge.</summary>
    public string UndoMerge => language.Pick("この統合を取り消す", "Undo this merge");

    /// <summary>What undoing does.</summary>
    public string UndoMergeNote => language.Pick("コードと判断が、統合の前のとおりに戻ります。", "Codes and decisions are as they were before it.");

    /// <summary>Operation.</summary>
    public string Split => language.Pick("このコードを分ける", "Split it");

    /// <summary>Note on splitting.</summary>
    public string SplitNote => language.Pick("このコードはなくなり、付いていた意見はコーディングでもう一度確かめることになります。", "The code goes; the comments that had it are to be looked at again in coding.");

    /// <summary>A part of a split.</summary>
    /// <param name="number">Its number.</param>
    public string Part(int number) => language.Pick($"新しいコード {number}", $"New code {number}");

    /// <summary>Operation.</summary>
    public string Retire => language.Pick("このコードを使うのをやめる", "Use it no more");

    /// <summary>Note on retiring.</summary>
    public string RetireNote => language.Pick("判断は記録に残り、数には入らなくなります。", "Decisions are kept in the record and count no more.");

    /// <summary>Button.</summary>
    public string Save => language.Pick("保存する", "Save");

    /// <summary>A theme that nobody mentions.</summary>
    public string Empty => language.Pick("このテーマに当てはまる意見はありません。", "No comment carries this theme.");

    /// <summary>Leads to the search.</summary>
    public string Search => language.Pick("このテーマの中を検索する", "Search within it");

    /// <summary>Page before.</summary>
    public string Before => language.Pick("前へ", "Previous");

    /// <summary>Page after.</summary>
    public string After => language.Pick("次へ", "Next");

    /// <summary>Columns of the record.</summary>
    public (string Version, string When, string Who, string What, string Why) HistoryColumns => (
        language.Pick("版", "Version"), language.Pick("いつ", "When"), language.Pick("誰が", "Who"), language.Pick("何を", "What"), language.Pick("理由", "Why"));

    /// <summary>On a code that only holds others together.</summary>
    /// <param name="parts">How many.</param>
    public string Holder(int parts) => language.Pick($"下の {parts} つのテーマをまとめたもの（同じ意見・同じ回答者は一度だけ数えます）", $"The {parts} themes below together (each comment and respondent counted once)");

    /// <summary>A theme together with those under it.</summary>
    /// <param name="node">The theme.</param>
    public string Together(ThemeNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return language.Pick(
            $"下のテーマも合わせると、回答者 {node.Respondents.Count:N0} 者、意見 {node.Comments.Count:N0} 件", $"with those below: {ScreenLanguages.InEnglish(node.Respondents.Count, "respondent")}, {ScreenLanguages.InEnglish(node.Comments.Count, "comment")}");
    }

    /// <summary>A share.</summary>
    /// <param name="frequency">The count with its denominator.</param>
    public static string Share(DocumentFrequency frequency) => $"{frequency.Count:N0}/{frequency.Of:N0}";

    /// <summary>What a figure by groups is called.</summary>
    /// <param name="theme">The theme's name.</param>
    /// <param name="unit">What is counted.</param>
    /// <param name="by">What it is divided by.</param>
    public string ByGroup(string theme, CrossUnit unit, string by) => unit == CrossUnit.Respondents
        ? language.Pick($"「{theme}」を挙げた回答者（{by}ごと）", $"Respondents that mention “{theme}”, by {by}")
        : language.Pick($"「{theme}」の意見（{by}ごと）", $"Comments on “{theme}”, by {by}");

    /// <summary>What a sort of groups is called.</summary>
    /// <param name="kind">The sort.</param>
    public string Group(CrossKind kind) => kind switch
    {
        CrossKind.Year => language.Pick("年度", "year"),
        CrossKind.Question => language.Pick("設問", "question"),
        CrossKind.Source => language.Pick("資料", "source"),
        CrossKind.Meeting => language.Pick("会議", "meeting"),
        CrossKind.Type => language.Pick("意見の性質", "type"),
        CrossKind.Kind => language.Pick("種類", "kind"),
        CrossKind.Respondent => language.Pick("回答者", "respondent"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Who decided, and when.</summary>
    /// <param name="who">Who.</param>
    /// <param name="when">When.</param>
    public string DecidedBy(string who, string when) => language.Pick($"{who}、{when}", $"{who}, {when}");

    /// <summary>Told after a decision.</summary>
    /// <param name="state">What was decided.</param>
    public string Kept(string state) => language.Pick($"保存しました: {state}", $"Kept: {state}");

    /// <summary>Told where somebody was faster.</summary>
    /// <param name="who">Who; may be empty.</param>
    /// <param name="state">What stands now; may be empty.</param>
    public string Meanwhile(string who, string state) => who.Length == 0
        ? language.Pick("この意見は、そのあいだに変わりました。保存していません。いまの状態を見て、もう一度決めてください。", "This changed meanwhile; nothing was kept. See what stands now, and decide again.")
        : language.Pick($"この判断は、そのあいだに {who} さんが「{state}」に変えました。保存していません。いまの状態を見て、もう一度決めてください。", $"{who} set this to “{state}” meanwhile; nothing was kept. See what stands now, and decide again.");

    /// <summary>Beside what was typed: what stands there now.</summary>
    public string Now => language.Pick("いま保存されている内容:", "Kept now:");

    /// <summary>Where nothing stands there.</summary>
    public string Blank => language.Pick("（なし）", "(nothing)");

    /// <summary>Where a group is not there any more.</summary>
    public string GroupGone => language.Pick("そのグループはもうありません。新しい分析のグループを見てください。", "That group is not there any more. See the groups of the new analysis.");
}
