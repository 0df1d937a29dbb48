using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Data;
using ScoPortal.Data.Accounts;
using ScoPortal.Data.Providers;
using ScoPortal.Web.Tests.Nodes;
using Xunit;

namespace ScoPortal.Web.Tests.Mishaps;

/// <summary>The people of a portal in another process: Erika, who is signed in, and whoever looks into its database.</summary>
public sealed class Newsroom : IDisposable
{
    /// <summary>The form that a text is written in.</summary>
    public const string EditForm = "#edit";

    private const string Email = "erika@example.org";
    private readonly ServiceProvider services;

    private readonly CookieContainer cookies;

    private Newsroom(ServiceProvider services, DeskClient desk, CookieContainer cookies) => (this.services, Desk, this.cookies) = (services, desk, cookies);

    /// <summary>What her browser sends along, for a request that no browser would make.</summary>
    public string Cookie => cookies.GetCookieHeader(Desk.Http.BaseAddress!);

    /// <summary>Erika's browser.</summary>
    public DeskClient Desk { get; }

    /// <summary>Hires Erika, who signs in.</summary>
    public static async Task<Newsroom> OpenAsync(Node node, DatabaseProvider engine, string connectionString, string language = "en")
    {
        var provider = new ServiceCollection().AddPortalDb(engine, connectionString).BuildServiceProvider();
        await using var db = await provider.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        var editor = await db.AddAccountAsync(Email, "Erika", Roles.Editor, "", language, DateTimeOffset.UtcNow, default);
        editor.PasswordHash = new PasswordHasher<Account>().HashPassword(editor, Staff.Password);
        await db.SaveChangesAsync();
        var jar = new CookieContainer();
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = jar }) { BaseAddress = node.Client.BaseAddress, Timeout = TimeSpan.FromSeconds(60) };
        var newsroom = new Newsroom(provider, new DeskClient(http, editor.Id), jar);
        await newsroom.Desk.SubmitAsync(DeskLinks.SignIn(), new { Email, Staff.Password });
        Assert.Equal(DeskLinks.Home, newsroom.Desk.Path);
        return newsroom;
    }

    /// <summary>A look into the database.</summary>
    public PortalDb Open() => services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContext();

    /// <summary>A new draft in English.</summary>
    /// <returns>The key of the release.</returns>
    public async Task<int> DraftAsync(string headline, bool isApproved = false)
    {
        await using var db = Open();
        var (story, at) = (new Story(), DateTimeOffset.UtcNow.AddMinutes(-1));
        var release = story.Draft("en", new ReleaseContent { Headline = headline, Summary = "In short.", Body = "Two of them arrived." }, new Edit("Vera", at));
        if (isApproved)
        {
            release.Submit(at);
            release.Approve(at);
        }

        db.Add(story);
        await db.SaveChangesAsync();
        return release.Id;
    }

    /// <summary>Erika writes another text.</summary>
    /// <returns>Whether the portal says that it is stored.</returns>
    public async Task<bool> SaveAsync(int id, string body) => await TryAsync(id, body) == HttpStatusCode.Redirect;

    /// <summary>The same.</summary>
    /// <returns>What the portal answers; null when it does not.</returns>
    public Task<HttpStatusCode?> TryAsync(int id, string body) => SendAsync(DeskLinks.Release(id), EditForm, new { Body = body });

    /// <summary>Erika publishes it.</summary>
    /// <returns>Whether the portal says that it is published.</returns>
    public async Task<bool> PublishAsync(int id) =>
        await SendAsync(DeskLinks.Publication(id), "main form[method=post]", new { Step = "publish" }) == HttpStatusCode.Redirect;

    /// <summary>What the text is in the database.</summary>
    public async Task<string> BodyAsync(int id)
    {
        await using var db = Open();
        return (await db.Releases.AsNoTracking().SingleAsync(r => r.Id == id)).Content.Body;
    }

    public void Dispose()
    {
        Desk.Dispose();
        services.Dispose();
    }

    private async Task<HttpStatusCode?> SendAsync(string path, string form, object fields)
    {
        try
        {
            var page = await Desk.ReadAsync(path);
            using var filled = DeskClient.Filled((IHtmlFormElement)page.QuerySelector(form)!, fields);
            using var answer = await Desk.Http.PostAsync(path, filled);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            // It was killed.
            return null;
        }
    }
}
