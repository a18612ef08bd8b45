using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Server;
using Microsoft.AspNetCore.Mvc;

namespace FeedbackLab.Viewer.Pages.Failure;

/// <summary>What went wrong, and what to do.</summary>
/// <param name="session">What the pages work on.</param>
[IgnoreAntiforgeryToken]
public sealed class IndexModel(WorkspaceSession session) : FeedbackPage(session)
{
    /// <inheritdoc/>
    public override string Title => Pick("表示できません", "This cannot be shown");

    /// <summary>What is wrong and what to do.</summary>
    public BilingualText What { get; private set; } = new(string.Empty, string.Empty);

    /// <summary>Shows it.</summary>
    /// <param name="status">HTTP's number for it.</param>
    public void OnGet([FromRoute] int status) => What = HttpContext.Items[typeof(FailureGuard)] as BilingualText ?? Words(status);

    private static BilingualText Words(int status) => status switch
    {
        400 => new("送信された内容を受け取れませんでした。ページを読み込み直して、もう一度試してください。", "What was sent could not be taken. Reload the page and try again."),
        404 => new("このページはありません。資料が変わって、もうない意見やテーマかもしれません。", "There is no such page. The comment or theme may be gone since the sources changed."),
        409 => new("ほかの人か別のタブが、先に変更しました。いまの内容を確かめて、もう一度操作してください。", "Somebody else, or another tab, was faster. Look at what is there now and try again."),
        413 => new("ファイルが大きすぎます。分けて取り込んでください。", "The files are too large. Import them in parts."),
        _ => new("うまくいきませんでした。もう一度試してください。", "That did not work. Try again."),
    };
}
