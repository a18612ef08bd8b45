using System.Net;
using System.Text.Encodings.Web;
using FeedbackLab.Viewer.Pages;
using FeedbackLab.Viewer.Server.Desk;
using FeedbackLab.Viewer.Server.Imports;
using FeedbackLab.Viewer.Server.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FeedbackLab.Viewer.Server;

/// <summary>The pages, served on loopback. Nothing of the environment or of a settings file changes where.</summary>
public sealed class ViewHost : IAsyncDisposable
{
    private readonly WebApplication _application;
    private bool _isEnded;

    private ViewHost(WebApplication application, Uri address, string key)
    {
        _application = application;
        Address = address;
        Entrance = new Uri(address, "?" + AccessKey.Parameter + "=" + key);
    }

    /// <summary>Where the pages are: <c>http://127.0.0.1:PORT/</c>.</summary>
    public Uri Address { get; }

    /// <summary>The address that lets a browser in.</summary>
    public Uri Entrance { get; }

    /// <summary>What the pages work on.</summary>
    public WorkspaceSession Session => _application.Services.GetRequiredService<WorkspaceSession>();

    /// <summary>All long work.</summary>
    public JobBoard Jobs => _application.Services.GetRequiredService<JobBoard>();

    /// <summary>Begins to serve.</summary>
    /// <param name="options">How.</param>
    /// <exception cref="IOException">The port is taken, or the user's folder cannot be written.</exception>
    public static async Task<ViewHost> Start(ViewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var key = AccessKey.Of(options.UserFolder);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(ViewHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Production",
        });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MostUploadBytes;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        AddServices(builder.Services, options, key);
        var application = builder.Build();
        Use(application);
        application.Services.GetRequiredService<ImportDrafts>().Sweep();
        await application.StartAsync();
        var address = application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        return new ViewHost(application, new Uri(address + "/"), key.Text);
    }

    /// <summary>Waits until the user ends the program.</summary>
    public Task Ended() => _application.WaitForShutdownAsync();

    /// <summary>Ends: running jobs are stopped, the workspace is closed; once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isEnded)
        {
            return;
        }

        _isEnded = true;
        await _application.StopAsync();

        // Before the workspace closes: a job that still runs would open it again.
        _application.Services.GetRequiredService<JobBoard>().Dispose();
        await _application.DisposeAsync();
    }

    private static void AddServices(IServiceCollection services, ViewOptions options, AccessKey key)
    {
        services.AddSingleton(options);
        services.AddSingleton(key);
        services.AddSingleton<ErrorLog>();
        services.AddSingleton<WorkspaceSession>();
        services.AddSingleton<JobBoard>();
        services.AddSingleton<ImportDrafts>();
        services.AddSingleton<SourceReader>();
        services.AddSingleton<CommentIndex>();
        services.AddSingleton<CodingDesk>();
        services.AddSingleton<PagePreparation>();
        services.AddSingleton<HtmlEncoder, ScreenEncoder>();
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.UserFolder, "keys"))).SetApplicationName("FeedbackLab");
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "feedbacklab-forms";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.FormFieldName = "form-token";
            antiforgery.HeaderName = "X-Form-Token";
        });
        services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = options.MostUploadBytes;
            form.ValueCountLimit = 20_000;
        });
        services.AddRouting(routing => routing.LowercaseUrls = true);
        services.AddRazorPages(pages => pages.RootDirectory = "/Pages")
            .AddMvcOptions(mvc => mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true);
        services.AddSingleton<CookieTempDataProvider>();
        services.AddSingleton<ITempDataProvider, LeftMessages>();
    }

    private static void Use(WebApplication application)
    {
        application.Services.GetRequiredService<WorkspaceSession>().Analysed = application.Services.GetRequiredService<PagePreparation>().Begin;
        application.UseMiddleware<LoopbackGuard>();
        application.UseMiddleware<ScreenChoice>();
        application.UseMiddleware<FailureGuard>();
        application.UseStatusCodePagesWithReExecute("/failure/{0}");
        application.UseRouting();
        application.MapGet(Assets.Root + "{name}", Assets.Serve);
        application.MapRazorPages();
    }
}
