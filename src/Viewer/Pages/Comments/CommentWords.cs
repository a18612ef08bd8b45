namespace FeedbackLab.Viewer.Pages.Comments;

/// <summary>The words of the page of one comment.</summary>
/// <param name="language">The language of the user.</param>
public sealed class CommentWords(ScreenLanguage language)
{
    /// <summary>What the page is called.</summary>
    public string Title => language.Pick("意見と出典", "A comment in its source");

    /// <summary>Heading of the surroundings.</summary>
    public string Around => language.Pick("資料のなかの位置", "Where it stands");

    /// <summary>Leads to the source.</summary>
    public string Whole => language.Pick("資料全体のなかで見る", "See it in the whole source");

    /// <summary>The comment before.</summary>
    public string Before => language.Pick("前の意見", "Previous comment");

    /// <summary>The comment after.</summary>
    public string After => language.Pick("次の意見", "Next comment");

    /// <summary>Where the file is not there.</summary>
    public string Rebuilt => language.Pick("元のファイルがワークスペースにないため、読み取った文だけを並べています。", "The file is not in the workspace; only what was read out of it is shown.");

    /// <summary>Where the place is not found.</summary>
    public string Nowhere => language.Pick("資料のなかの位置を示せません。", "Its place in the source cannot be shown.");

    /// <summary>On a comment that was set aside.</summary>
    public string SetAside => language.Pick("同じ人の同じ意見として、一件に数えた意見です。", "The same respondent said the same: it is counted once.");

    /// <summary>Leads to the comment that was counted.</summary>
    public string Counted => language.Pick("数えた意見を見る", "See the one that is counted");

    /// <summary>Leads to the others.</summary>
    public string Same => language.Pick("同じ意見として数えなかったもの", "The same comment, not counted again");

    /// <summary>Leads to the desk.</summary>
    public string Decide => language.Pick("この意見のコードを決める", "Decide on its codes");

    /// <summary>Leads to comments like it.</summary>
    public string Similar => language.Pick("似た意見を探す", "Find comments like it");

    /// <summary>Evidence of a theme.</summary>
    public string Evidence => language.Pick("テーマと、そう判断した語", "Themes, and the words that decided");

    /// <summary>Where there is no theme.</summary>
    public string NoTheme => language.Pick("どのテーマにも当てはまりませんでした。", "It fits no theme.");

    /// <summary>Heading of what came with it.</summary>
    public string Attributes => language.Pick("いっしょに書かれていたこと", "What came with it");
}
