using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace FeedbackLab.Viewer.Server;

/// <summary>Lets in the user's own browser on this machine, and nobody else; says what pages may do.</summary>
/// <remarks>
/// <c>Host</c> must be loopback with our port, so that no name that an attacker points to 127.0.0.1 reaches us; <c>Origin</c> and
/// <c>Sec-Fetch-Site</c> must be ours, so that no other page sends forms; the access key must be there, so that no other user of the machine
/// reads along.
/// </remarks>
internal sealed class LoopbackGuard(RequestDelegate next, AccessKey key)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public async Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        if (!IsOurs(context.Request))
        {
            await Refuse(context, "このアドレスからは開けません。", "This address is refused.");
            return;
        }

        if (HttpMethods.IsGet(context.Request.Method) && key.Is(context.Request.Query[AccessKey.Parameter]))
        {
            context.Response.Cookies.Append(
                AccessKey.Cookie, key.Text, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = TimeSpan.FromDays(30) });
            context.Response.Redirect(QueryWithout(context.Request, AccessKey.Parameter));
            return;
        }

        if (!key.Is(context.Request.Cookies[AccessKey.Cookie]))
        {
            await Refuse(
                context,
                "FeedbackLab を起動したときに開くブラウザーの画面か、起動した画面に表示されるアドレスを使ってください。",
                "Use the page that opens when FeedbackLab starts, or the address that it prints.");
            return;
        }

        await next(context);
    }

    /// <summary>The address of a request without some of its parameters.</summary>
    public static string QueryWithout(HttpRequest request, string parameter)
    {
        var rest = request.Query.Where(q => q.Key != parameter).SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value));
        return request.Path + QueryString.Create(rest);
    }

    private static bool IsOurs(HttpRequest request)
    {
        var port = request.HttpContext.Connection.LocalPort;
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return request.HttpContext.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
            && Names(port).Contains(request.Host.Value)
            && (origin.Length == 0 || Names(port).Any(n => origin == "http://" + n))
            && site is "" or "none" or "same-origin";
    }

    private static string[] Names(int port)
    {
        var number = port.ToString(CultureInfo.InvariantCulture);
        return port == 80 ? ["127.0.0.1", "localhost", "127.0.0.1:80", "localhost:80"] : ["127.0.0.1:" + number, "localhost:" + number];
    }

    private static Task Refuse(HttpContext context, string ja, string en)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync($"{ja}\n{en}\n", context.RequestAborted);
    }
}
