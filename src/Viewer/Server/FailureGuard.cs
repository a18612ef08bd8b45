using FeedbackLab.Analysis.Workspace;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace FeedbackLab.Viewer.Server;

/// <summary>Turns a failure into a page that says what is wrong and what to do; what nobody foresaw goes into the error log.</summary>
internal sealed class FailureGuard(RequestDelegate next, ErrorLog errors, ViewOptions options)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            if (context.Request.ContentLength > options.MostUploadBytes)
            {
                throw new BadHttpRequestException("The upload is too large.", StatusCodes.Status413PayloadTooLarge);
            }

            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The browser went away.
        }
        catch (Exception e) when (!context.Response.HasStarted && context.Request.Path.StartsWithSegments("/failure", StringComparison.Ordinal) is false)
        {
            errors.Add(context.Request.Method + " " + context.Request.Path, e);
            var headers = context.Response.Headers.ToArray();
            context.Response.Clear();
            foreach (var (name, value) in headers.Where(h => h.Key is not "Content-Length" and not "Content-Type"))
            {
                context.Response.Headers[name] = value;
            }

            context.Response.StatusCode = e switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                InvalidDataException => StatusCodes.Status413PayloadTooLarge,
                AntiforgeryValidationException => StatusCodes.Status400BadRequest,
                WorkspaceException => StatusCodes.Status409Conflict,
                _ => StatusCodes.Status500InternalServerError,
            };
            if (e is WorkspaceException workspace)
            {
                context.Items[typeof(FailureGuard)] = workspace.What;
            }
            else if (context.Response.StatusCode == StatusCodes.Status500InternalServerError)
            {
                context.Items[typeof(FailureGuard)] = ErrorLog.Unexpected(e);
            }

            context.SetEndpoint(null);
            context.Request.RouteValues.Clear();
            context.Request.Method = HttpMethods.Get;
            context.Request.ContentType = null;
            context.Request.Path = "/failure/" + context.Response.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture);
            await next(context);
        }
    }
}
