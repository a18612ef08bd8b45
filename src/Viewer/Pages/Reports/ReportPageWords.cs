using FeedbackLab.Viewer.Reports.Settings;

namespace FeedbackLab.Viewer.Pages.Reports;

/// <summary>The words of the report's page.</summary>
/// <param name="language">The language of the user.</param>
public sealed class ReportPageWords(ScreenLanguage language)
{
    /// <summary>What the page is called.</summary>
    public string Title => language.Pick("報告", "Report");

    /// <summary>What it is for.</summary>
    public string Lead => language.Pick(
        "載せるものを選び、下の見本で確かめてから、報告書をつくります。選んだことはワークスペースの report.yaml に残り、来年も同じ形でつくれます。",
        "Choose what it holds, look at the preview below, then make the report. The choices stay in the workspace's report.yaml, so that next year's is made alike.");

    /// <summary>Where somebody else changed the settings meanwhile.</summary>
    public string Changed => language.Pick(
        "別の画面で設定が変わったので、保存していません。下はあなたが選んだ内容です。このまま保存すると、別の画面で保存した内容と入れ替わります。いまの設定を見るには、報告のページを開き直してください。",
        "The settings were changed elsewhere, so yours were not kept. Below is what you chose: kept now, it takes the place of the other. To see the settings as they are open the page anew.");

    /// <summary>Added to why a form was refused.</summary>
    public string NotSaved => language.Pick("まだ保存していません。", "Nothing is kept yet.");

    /// <summary>Where the choices were kept.</summary>
    public string Kept => language.Pick("保存しました。", "Kept.");

    /// <summary>Where the file cannot be written.</summary>
    public string NotKept => language.Pick("report.yaml に書けません。ほかのプログラムで開いていれば閉じてください。", "report.yaml cannot be written. Close it where it is open.");

    /// <summary>Heading.</summary>
    public string Files => language.Pick("できた報告書", "The report's files");

    /// <summary>Whether files may be shown to everybody; a part of their names too.</summary>
    /// <param name="isForPublication">Whether they are masked.</param>
    public string Kind(bool isForPublication) => isForPublication ? language.Pick("公表用", "for_publication") : language.Pick("内部用", "internal");

    /// <summary>What that means.</summary>
    /// <param name="isForPublication">Whether they are masked.</param>
    public string KindNote(bool isForPublication) => isForPublication
        ? language.Pick("名前を仮名にし、小さな数を伏せてあります。", "Names are pseudonyms, small counts are not told.")
        : language.Pick("名前も言葉もそのままです。外には出さないでください。", "Names and words are as they are. Keep them within the council.");

    /// <summary>What pictures are like where nothing draws bitmaps.</summary>
    public string PlainPictures => language.Pick(
        "docx の一部の図（回答者とテーマの表、語のつながり、意見の地図）は SVG です。SVG を表示できない古いソフト（Office 2013 以前など）では灰色の枠になります。",
        "Some pictures of docx (respondents by themes, words that come together, the map) are SVG: old programs that cannot show SVG (such as Office 2013) show a grey box.");

    /// <summary>All files.</summary>
    public string Archive => language.Pick("すべてまとめて（zip）", "All in one (zip)");

    /// <summary>When a file was made.</summary>
    /// <param name="when">When.</param>
    public string Made(DateTimeOffset when) => language.Pick($"{when:yyyy年M月d日 H時mm分}", $"{when:yyyy-MM-dd HH:mm}");

    /// <summary>Heading.</summary>
    public string Cover => language.Pick("表紙", "Cover");

    /// <summary>A field.</summary>
    public string ReportTitle => language.Pick("題名", "Title");

    /// <summary>A field.</summary>
    public string Organisation => language.Pick("発行者", "Organisation");

    /// <summary>A field.</summary>
    public string Date => language.Pick("日付（印刷するとおりに）", "Date, as printed");

    /// <summary>A field.</summary>
    public string Unit => language.Pick("回答者の呼び方（例: センター）", "What respondents are called");

    /// <summary>A field.</summary>
    public string Foreword => language.Pick("はじめに", "Foreword");

    /// <summary>Heading.</summary>
    public string Themes => language.Pick("テーマ", "Themes");

    /// <summary>Heading.</summary>
    public string Parts => language.Pick("載せる部分", "Parts");

    /// <summary>Heading.</summary>
    public string Formats => language.Pick("形式", "Formats");

    /// <summary>Heading.</summary>
    public string Voices => language.Pick("引用", "Quotations");

    /// <summary>A field.</summary>
    public string Count => language.Pick("テーマごとの数", "A theme");

    /// <summary>A field.</summary>
    public string Longest => language.Pick("最長の文字数", "Longest (characters)");

    /// <summary>A field.</summary>
    public string Dissent => language.Pick("違う見方の意見も一つ入れる", "One that sees it otherwise");

    /// <summary>A field.</summary>
    public string Years(bool isLater) => isLater ? language.Pick("比べる年（後）", "Year to compare, later") : language.Pick("比べる年（前）", "Year to compare, earlier");

    /// <summary>A choice.</summary>
    public string LastYears => language.Pick("いちばん新しい二つ", "the last two");

    /// <summary>A field.</summary>
    public string Map => language.Pick("対応図（テーマと並べるもの）", "Map (beside the themes)");

    /// <summary>A choice.</summary>
    public string NoMap => language.Pick("対応図を載せない", "no map");

    /// <summary>Where the report for publication does not tell where a quotation stands; the page leads there all the same.</summary>
    public string NoPlace => language.Pick("出典は載せない", "place not told");

    /// <summary>Heading.</summary>
    public string Publishing => language.Pick("公表するとき", "Before it is published");

    /// <summary>What is not masked.</summary>
    public string PublishingNote => language.Pick(
        "そのままの報告書には、回答者の名前と意見のことばがそのまま載ります。会議の中で使うためのものです。外に出すときは、ここに印を付けてください。載せたくない意見は、見本で「引用しない」を選べます。",
        "As it is, the report holds names of respondents and words of comments: it is for use within the council. Tick this before it goes out. In the preview a comment can be kept from being quoted.");

    /// <summary>A choice.</summary>
    public string Publish => language.Pick("公表用につくる：人・事業所・会社などの名前を仮名にし、3 未満の数を伏せる", "For publication: names become pseudonyms, counts below 3 are not told");

    /// <summary>How many names are masked.</summary>
    /// <param name="masked">They.</param>
    /// <param name="open">Those that nobody looked at.</param>
    public string Names(int masked, int open) => language.Pick(
        $"仮名にする名前 {masked} 件。名前かもしれない語で、まだ決めていないもの {open} 件。", $"{masked} names become pseudonyms. {open} doubtful words are not decided.");

    /// <summary>Heading of the list.</summary>
    public string OpenNames => language.Pick("名前かもしれない語を決める", "Decide on words that may be names");

    /// <summary>Where doubtful names are open.</summary>
    /// <param name="open">How many.</param>
    public string LookFirst(int open) => language.Pick(
        $"公表用の報告書は、まだつくっていません。名前かもしれない語 {open} 件について、仮名にするか、そのまま出すかを決めてください。",
        $"The report for publication is not made yet: decide on {open} words that may be names.");

    /// <summary>A choice.</summary>
    public string Undecided => language.Pick("まだ決めない", "not decided");

    /// <summary>A choice.</summary>
    public string Mask => language.Pick("名前なので仮名にする", "a name: mask");

    /// <summary>A choice.</summary>
    public string Leave => language.Pick("だれも指さないのでそのまま", "points at nobody: leave");

    /// <summary>The button.</summary>
    public string Save => language.Pick("保存して見本を見る", "Save and preview");

    /// <summary>The button.</summary>
    public string Make => language.Pick("報告書をつくる", "Make the report");

    /// <summary>Heading.</summary>
    public string Preview => language.Pick("見本", "Preview");

    /// <summary>Note below it.</summary>
    public string PreviewNote => language.Pick("保存した設定での中身です。引用を選び直したら、もう一度保存してください。", "What the kept settings give. Save again after choosing quotations.");

    /// <summary>Where the preview is masked.</summary>
    public string PreviewMasked => language.Pick("公表用です。名前は仮名になり、3 未満の数は伏せてあります。", "It is the report for publication: names are pseudonyms, counts below 3 are not told.");

    /// <summary>Where it is not.</summary>
    public string PreviewPlain => language.Pick("名前も言葉もそのままです。公表用の見本は、上で印を付けて保存すると出ます。", "Names and words are as they are. For a preview of what is published tick that above and save.");

    /// <summary>While the preview is made.</summary>
    public string PreviewMaking => language.Pick("見本をつくっています。", "The preview is being made.");

    /// <summary>When it is there.</summary>
    public string PreviewReady => language.Pick("見本ができました。", "The preview is ready.");

    /// <summary>Below the formats.</summary>
    public string PageNote => language.Pick(
        "html には、テーマと部分をすべて選んだときだけ、意見の一覧も載ります（公表用には載りません）。", "The page lists all comments only where every theme and part is chosen, and never for publication.");

    /// <summary>While names are looked for.</summary>
    public string LookingForNames => language.Pick("名前かもしれない語を探しています。", "Looking for words that may be names.");

    /// <summary>Choices of a quotation.</summary>
    public string Automatic => language.Pick("おまかせ", "automatic");

    /// <summary>Choices of a quotation.</summary>
    public string Pin => language.Pick("必ず引用する", "always quote");

    /// <summary>Choices of a quotation.</summary>
    public string Ban => language.Pick("引用しない", "never quote");

    /// <summary>What is chosen.</summary>
    public string Choice => language.Pick("引用の扱い", "Quotation");

    /// <summary>The other comments.</summary>
    public string Others => language.Pick("ほかの意見から選ぶ", "Choose from other comments");

    /// <summary>Comments without consent.</summary>
    /// <param name="count">How many.</param>
    public string Withheld(int count) => language.Pick($"引用の同意がない意見 {count} 件は、引用しません。", $"{count} comments without consent are not quoted.");

    /// <summary>The command that makes the same report.</summary>
    public string Command => language.Pick("同じ報告書を一つのコマンドで:", "The same report by one command:");

    /// <summary>A part in words.</summary>
    /// <param name="part">The part.</param>
    public string NameOf(ReportPart part) => language.Pick(ReportParts.NameOf(part));

    /// <summary>A format in words.</summary>
    /// <param name="format">The format.</param>
    public string NameOf(ReportFormat format) => format switch
    {
        ReportFormat.Docx => language.Pick("Word（docx）", "Word (docx)"),
        ReportFormat.Xlsx => language.Pick("Excel（xlsx）", "Excel (xlsx)"),
        ReportFormat.Pptx => language.Pick("PowerPoint（pptx）", "PowerPoint (pptx)"),
        ReportFormat.Html => language.Pick("Web ページ 1 枚（html）", "One web page (html)"),
        ReportFormat.Md => "Markdown (md)",
        ReportFormat.Csv => language.Pick("表（csv）", "Tables (csv)"),
        ReportFormat.Json => language.Pick("ほかのプログラム用（json）", "For other programs (json)"),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };
}
