using System.Collections.Immutable;
using System.Text;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FeedbackLab.Viewer.Pages;

/// <summary>What every page has: the workspace, the user's language, its title, its figures.</summary>
/// <param name="session">What the pages work on.</param>
public abstract class FeedbackPage(WorkspaceSession session) : PageModel
{
    private string? _refused;

    /// <summary>What the pages work on.</summary>
    public WorkspaceSession Session => session;

    /// <summary>The language of the user.</summary>
    public ScreenLanguage Language => Screen.Of(HttpContext).Language;

    /// <summary>What the page is called.</summary>
    public abstract string Title { get; }

    /// <summary>The part of the navigation that it belongs to: a path of <see cref="Navigation"/>.</summary>
    public virtual string Section => "/" + (HttpContext.Request.Path.Value ?? string.Empty).Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();

    /// <summary>A message that the page before left for this one; gone once shown.</summary>
    [TempData]
    public string? Told { get; set; }

    /// <summary>The same where what was asked for was not done, and why.</summary>
    [TempData]
    public string? Warned { get; set; }

    /// <summary>Whether the page shows <see cref="Told"/> and <see cref="Warned"/>; one that only leads on leaves them to the next.</summary>
    public virtual bool ShowsTold => true;

    /// <summary>Why a form was refused that this page shows again with what was typed; null where none was.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The id of what tells why a field was refused, for <c>aria-describedby</c>; null where it was not.</summary>
    /// <param name="field">The field's name.</param>
    public string? RefusalOf(string field) => Refusal is not null && _refused == field ? "refusal" : null;

    /// <summary>Whether it was this form that was refused.</summary>
    /// <param name="handler">The form's handler.</param>
    public bool IsRefused(string handler) => Refusal is not null && Request.Query["handler"] == handler;

    /// <summary>What was typed in a form that was refused; null where another was, or none.</summary>
    /// <param name="handler">The form's handler.</param>
    /// <param name="field">The field's name.</param>
    /// <param name="place">Its place among those of the name, 0-based.</param>
    public string? Typed(string handler, string field, int place = 0) =>
        !IsRefused(handler) ? null : Request.Form[field] is var all && place < all.Count ? all[place] ?? string.Empty : string.Empty;

    /// <summary>Words in the user's language.</summary>
    /// <param name="ja">Japanese.</param>
    /// <param name="en">English.</param>
    public string Pick(string ja, string en) => Language.Pick(ja, en);

    /// <summary>Words in the user's language.</summary>
    /// <param name="text">The words in both.</param>
    public string Pick(BilingualText text) => Language.Pick(text);

    /// <summary>The page's figures, by name; downloads are made from them.</summary>
    protected virtual ImmutableArray<PageFigure> Figures() => [];

    /// <summary>A figure's chart as a file: <c>?handler=Chart&amp;name=…</c>.</summary>
    /// <param name="name">The figure's name.</param>
    public IActionResult OnGetChart(string name) => Figure(name) is { } figure
        ? File(Encoding.UTF8.GetBytes(figure.Chart.Svg), "image/svg+xml", DownloadName.Of(figure.Chart.Title, "svg"))
        : NotFound();

    /// <summary>A figure's table as a file: <c>?handler=Table&amp;name=…</c>.</summary>
    /// <param name="name">The figure's name.</param>
    public IActionResult OnGetTable(string name) => Figure(name) is { } figure
        ? File(Encoding.UTF8.GetBytes(TableText.Csv(figure.Table, Language)), "text/csv; charset=utf-8", DownloadName.Of(figure.Chart.Title, "csv"))
        : NotFound();

    /// <summary>Leaves a message for the next page.</summary>
    /// <param name="isDone">Whether what was asked for was done.</param>
    /// <param name="message">The message.</param>
    protected void Tell(bool isDone, string message) => (Told, Warned) = isDone ? (message, Warned) : (Told, message);

    /// <summary>Shows the page again with what was typed: nobody writes a paragraph twice.</summary>
    /// <param name="why">Why the form was refused, and what to do.</param>
    /// <param name="field">The field that it is about; null for the whole form.</param>
    protected PageResult Refused(string why, string? field = null)
    {
        (Refusal, _refused) = (why, field);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private PageFigure? Figure(string name) => Figures().FirstOrDefault(f => f.Chart.Name == name);
}
