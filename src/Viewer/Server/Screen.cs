using Microsoft.AspNetCore.Http;

namespace FeedbackLab.Viewer.Server;

/// <summary>How the user wants to see the pages: kept in cookies, changed by <c>?lang=</c> and <c>?look=</c> on any address.</summary>
/// <param name="Language">The language.</param>
/// <param name="Look">The colours.</param>
public sealed record Screen(ScreenLanguage Language, ScreenLook Look)
{
    internal const string LanguageName = "lang";
    internal const string LookName = "look";

    /// <summary>How the user of a request wants to see the pages.</summary>
    /// <param name="context">The request.</param>
    public static Screen Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items[typeof(Screen)] as Screen ?? new Screen(ScreenLanguage.Japanese, ScreenLook.System);
    }

    internal static ScreenLanguage? LanguageOf(string? text) => text switch { "ja" => ScreenLanguage.Japanese, "en" => ScreenLanguage.English, _ => null };

    internal static ScreenLook? LookOf(string? text) => text switch { "system" => ScreenLook.System, "light" => ScreenLook.Light, "dark" => ScreenLook.Dark, _ => null };
}

/// <summary>Colours of the pages.</summary>
public enum ScreenLook
{
    /// <summary>As the system has it.</summary>
    System,

    /// <summary>Dark on light.</summary>
    Light,

    /// <summary>Light on dark.</summary>
    Dark,
}

/// <summary>Reads how the user wants to see the pages, and keeps what an address changes.</summary>
internal sealed class ScreenChoice(RequestDelegate next, ViewOptions options)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method))
        {
            foreach (var (name, isChoice) in new[] { (Screen.LanguageName, (Func<string?, bool>)(v => Screen.LanguageOf(v) is not null)), (Screen.LookName, v => Screen.LookOf(v) is not null) })
            {
                if (isChoice(request.Query[name]))
                {
                    context.Response.Cookies.Append(name, request.Query[name].ToString(), new CookieOptions { SameSite = SameSiteMode.Strict, HttpOnly = true, Path = "/", MaxAge = TimeSpan.FromDays(365) });
                    context.Response.Redirect(LoopbackGuard.QueryWithout(request, name));
                    return;
                }
            }
        }

        context.Items[typeof(Screen)] = new Screen(
            Screen.LanguageOf(request.Cookies[Screen.LanguageName]) ?? options.Language,
            Screen.LookOf(request.Cookies[Screen.LookName]) ?? ScreenLook.System);
        await next(context);
    }
}
