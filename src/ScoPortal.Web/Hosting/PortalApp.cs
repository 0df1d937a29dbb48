using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.WebEncoders;
using ScoPortal.Data;
using ScoPortal.Data.Accounts;
using ScoPortal.Data.Archives;
using ScoPortal.Data.Changes;
using ScoPortal.Data.Counting;
using ScoPortal.Data.Media;
using ScoPortal.Data.Newsroom;
using ScoPortal.Data.Nodes;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Search;
using ScoPortal.Data.Translation;
using ScoPortal.Web.Areas.Admin;
using ScoPortal.Web.Areas.Admin.Accounts;
using ScoPortal.Web.Caching;
using ScoPortal.Web.Feeds;
using ScoPortal.Web.Localization;
using ScoPortal.Web.Media;
using Serilog;

namespace ScoPortal.Web.Hosting;

/// <summary>Puts the portal together: what it is made of, and the way of a request through it.</summary>
public static class PortalApp
{
    /// <summary>A portal that is configured and not yet prepared.</summary>
    /// <param name="settings">Settings from the command line, as <c>--Section:Key=value</c>.</param>
    public static WebApplication Build(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(HostOptions(settings));
        builder.WebHost.ConfigureKestrel(o =>
        {
            o.AddServerHeader = false;
            // Ten thousand characters of any script can be searched for; each is up to nine in an address.
            o.Limits.MaxRequestLineSize = 128 * 1024;
        });
        builder.Services.AddPortal(builder);
        return builder.Build();
    }

    /// <summary>
    /// A published portal finds its files beside the executable, whatever folder it is started from. Settings are read once: watching their files
    /// would take one of the few watchers that a system has for all (on Linux 128 for each user).
    /// </summary>
    public static WebApplicationOptions HostOptions(string[] settings) => new()
    {
        Args = ["--hostBuilder:reloadConfigOnChange=false", .. settings],
        ContentRootPath = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null,
    };

    /// <summary>
    /// Brings the database up to date, fills an empty one with the sample newsroom, and catches up the projections; meanwhile lays out the way
    /// of a request, so that a start takes the longer of the two.
    /// </summary>
    public static async Task PrepareAsync(this WebApplication app, CancellationToken cancel)
    {
        if (app.Environment.IsProduction() && HostNames.AreOpen(app.Services.GetRequiredService<PortalOptions>(), app.Configuration))
            app.Logger.LogWarning("Neither Portal:PublicUrl nor AllowedHosts is set: any host is answered, and links begin with whatever a request names");
        var database = Task.Run(() => app.PrepareDatabaseAsync(cancel), cancel);
        try
        {
            app.UsePortal();
            // Put together when they are first counted: here, or by the first request.
            _ = ((IEndpointRouteBuilder)app).DataSources.Sum(s => s.Endpoints.Count);
        }
        finally
        {
            await database;
        }
    }

    private static async Task PrepareDatabaseAsync(this WebApplication app, CancellationToken cancel)
    {
        await app.Services.MigrateAsync(cancel);
        var options = app.Services.GetRequiredService<PortalOptions>();
        await using var scope = app.Services.CreateAsyncScope();
        // Before anything is read with the keys, and what an older portal left in clear.
        await KeyCertificates.SealAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), options.KeyCertificates, app.Services, cancel);
        await FirstKey.MakeAsync(app.Services, cancel);
        await scope.ServiceProvider.GetRequiredService<AccountStore>().SealAsync(cancel);
        if (options.Sample)
            await SampleNewsroom.FillIfEmptyAsync(
                scope.ServiceProvider.GetRequiredService<PortalDb>(), app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), cancel);
        await app.Services.GetRequiredService<ChangeFollower>().CatchUpAsync(cancel);
    }

    /// <summary>Creates or updates the database; a file of SQLite is copied beside itself before its schema changes.</summary>
    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken cancel)
    {
        Directory.CreateDirectory(services.GetRequiredService<PortalOptions>().DataFolder);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        // That there is nothing to do is known in a moment; migrating builds and compares two models first.
        if (!(await db.Database.GetPendingMigrationsAsync(cancel)).Any())
            return;
        if (await SqliteBackup.KeepAsync(db, cancel) is { } copy)
            services.GetRequiredService<ILogger<PortalDb>>().LogInformation("The database is changing its schema; as it was before it is kept as {File}", copy);
        await db.Database.MigrateAsync(cancel);
    }

    /// <summary>Everything but the pages: enough for the commands that work beside a running portal.</summary>
    public static PortalOptions AddPortalData(this IServiceCollection services, IHostApplicationBuilder builder, bool isCommand = false)
    {
        var options = PortalOptions.Read(builder.Configuration, builder.Environment.ContentRootPath, builder.Environment.IsDevelopment());
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddPortalDb(options.Provider, options.ConnectionString);
        services.AddSingleton(new MediaFiles(options.MediaFolder));
        services.AddSingleton<PairFinder>();
        services.AddSingleton<Leases>();
        services.AddSingleton(new SearchIndex(Path.Combine(options.DataFolder, "search.db")));
        builder.Logging.ClearProviders().AddSerilog(Logs.Create(builder.Configuration, options, isCommand), dispose: true)
            // Instead: RequestLog. Serilog's own levels would leave the framework to prepare what nobody writes.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        return options;
    }

    /// <summary>The keys that protect cookies and forms.</summary>
    public static void AddPortalKeys(this IServiceCollection services, PortalOptions options)
    {
        var protection = services.AddDataProtection().SetApplicationName("ScoPortal");
        if (options.KeyCertificates is [var certificate, ..])
            protection.ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate([.. options.KeyCertificates]);
        services.AddSingleton<DataProtectionKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<DataProtectionKeys>((o, keys) => o.XmlRepository = keys);
    }

    private static void AddPortal(this IServiceCollection services, WebApplicationBuilder builder)
    {
        var options = services.AddPortalData(builder);
        services.AddSingleton<Catalogue>();
        services.AddSingleton<IProjection>(p => p.GetRequiredService<Catalogue>());
        services.AddSingleton<Publications>();
        services.AddSingleton<IProjection>(p => p.GetRequiredService<Publications>());
        services.AddSingleton<IProjection>(p => p.GetRequiredService<SearchIndex>());
        services.AddSingleton<TranslationMemory>();
        services.AddSingleton<Areas.Admin.Glossaries>();
        services.AddSingleton<IProjection>(p => p.GetRequiredService<Areas.Admin.Glossaries>());
        // After those whose state its pages show.
        services.AddSingleton<PageCache>();
        services.AddSingleton<IProjection>(p => p.GetRequiredService<PageCache>());
        services.AddSingleton<ChangeFollower>();
        services.AddHostedService(p => p.GetRequiredService<ChangeFollower>());
        services.AddSingleton<PairWatch>();
        services.AddHostedService(p => p.GetRequiredService<PairWatch>());
        services.AddSingleton<Cleanup>();
        services.AddHostedService(p => p.GetRequiredService<Cleanup>());

        services.AddScoped<PageDependencies>();
        services.AddHttpContextAccessor();
        services.AddScoped(p => new Ui(p.GetRequiredService<IHttpContextAccessor>().HttpContext!.PortalLanguage())
        {
            TimeZone = p.GetRequiredService<PortalOptions>().TimeZone,
        });
        services.AddRazorPages(o => o.Conventions.AddFolderRouteModelConvention("/", UnderLanguage));
        services.Configure<RouteOptions>(o =>
        {
            o.LowercaseUrls = true;
            o.SetParameterPolicy<RequestLanguage.Constraint>(RequestLanguage.Key);
        });
        // Every script is written as itself; only what HTML gives a meaning is escaped.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, .. FeedEndpoints.MediaTypes];
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.AddPortalKeys(options);
        services.AddDesk();
        services.AddRequestTimeouts(Overload.Limit);
        services.AddUploads(options);
        LinkChecks.LinkChecker.Add(services);
        services.AddDraining(options);
        services.AddTelemetry();
        services.AddHostNames(options, builder.Configuration);
        services.AddHealthChecks().AddCheck<Readiness>("ready");
        services.AddHsts(o => (o.MaxAge, o.IncludeSubDomains) = (TimeSpan.FromDays(365), options.HstsSubDomains));
    }

    private static void UsePortal(this WebApplication app)
    {
        if (app.Configuration["urls"] is null && app.Configuration["http_ports"] is null && !app.Configuration.GetSection("Kestrel:Endpoints").Exists())
            app.Urls.Add("http://localhost:5080");

        app.Use(app.Services.GetRequiredService<Draining>().AnswerAsync);
        app.UseMiddleware<CachedAnswers>();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>();
        app.Use((context, next) =>
        {
            // Settled on the address as asked, before an error page takes its place.
            if (!context.Request.IsOfDesk())
                _ = context.PortalLanguage();
            return next(context);
        });
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            StatusCodeSelector = failure => Outage.IsCauseOf(failure) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
        });
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseMiddleware<DeskAnswers>();
        app.UseRouting();
        app.UseRequestTimeouts();
        app.UseMiddleware<AnswerMaker>();
        app.UseResponseCompression();
        app.UseAuthentication();
        // Some limits count by account.
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapPortalEndpoints();
    }

    // Every public page lives under its language, /Pages/News/Index is /{lang}/news, and is there to be read.
    private static void UnderLanguage(PageRouteModel page)
    {
        if (page.AreaName is not null || page.ViewEnginePath.StartsWith("/Error", StringComparison.Ordinal))
            return;
        foreach (var selector in page.Selectors)
        {
            if (selector.AttributeRouteModel is { } route)
                route.Template = AttributeRouteModel.CombineTemplates($"{{{RequestLanguage.Key}:{RequestLanguage.Key}}}", route.Template?.TrimStart('/'));
            selector.EndpointMetadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
            selector.EndpointMetadata.Add(new RequestTimeoutAttribute(Overload.Reading));
        }
    }
}
