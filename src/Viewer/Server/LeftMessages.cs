using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace FeedbackLab.Viewer.Server;

/// <summary>Keeps what one page leaves for the next, as a cookie, out of the reach of requests that show no page.</summary>
/// <remarks>
/// A script's request runs beside the one for the next page. Were its answer to say what remains of the message, it could take the message
/// away before anybody has read it: the cookie is removed by every answer that has nothing to leave.
/// </remarks>
internal sealed class LeftMessages(CookieTempDataProvider cookie) : ITempDataProvider
{
    public IDictionary<string, object> LoadTempData(HttpContext context) =>
        ShowsPage(context.Request) ? cookie.LoadTempData(context) : new Dictionary<string, object>(StringComparer.Ordinal);

    public void SaveTempData(HttpContext context, IDictionary<string, object> values)
    {
        if (ShowsPage(context.Request) && (values.Count > 0 || context.Request.Cookies.ContainsKey(CookieTempDataProvider.CookieName)))
        {
            cookie.SaveTempData(context, values);
        }
    }

    // Browsers say so of every request; what says nothing is no browser's script.
    private static bool ShowsPage(HttpRequest request) => request.Headers["Sec-Fetch-Mode"].ToString() is "" or "navigate";
}
