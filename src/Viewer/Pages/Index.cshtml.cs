using FeedbackLab.Viewer.Server;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FeedbackLab.Viewer.Pages;

/// <summary>The way in: to the overview where there are comments, else to the start.</summary>
/// <param name="session">What the pages work on.</param>
public sealed class IndexModel(WorkspaceSession session) : PageModel
{
    /// <summary>Leads on.</summary>
    public IActionResult OnGet()
    {
        session.Refresh();
        return LocalRedirect(session.Latest is null && session.RunningAnalysis is null ? "/start" : "/overview");
    }
}
