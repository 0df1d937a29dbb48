using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data;
using ScoPortal.Data.Counting;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Caching;
using ScoPortal.Web.Localization;
using ScoPortal.Web.Media;
using ScoPortal.Web.Seo;
using Version = ScoPortal.Web.Pages.Shared.Version;

namespace ScoPortal.Web.Feeds;

/// <summary>Reads what a feed says: the newest releases of one language, of everything or of one zone or topic.</summary>
internal sealed record FeedSource(PortalDb Db, Catalogue Catalogue, Publications Publications, PortalOptions Options, TimeProvider Time, Ui Ui, PageDependencies Shown)
{
    /// <summary>How many entries a feed has.</summary>
    public const int Entries = 30;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public async Task<Feed> ReadAsync(HttpRequest request, string format, ZoneEntry? zone, TopicEntry? topic)
    {
        var (cancel, now, language) = (request.HttpContext.RequestAborted, Time.GetUtcNow(), Ui.Language);
        string Absolute(string path) => Options.Absolute(request, path);
        var releases = await new PublicList(language.Code, zone?.Id, topic?.Id).ReadAsync(Db, Publications, Entries, now, list => list.Select(r => new
        {
            r.Id,
            r.StoryId,
            r.Slug,
            r.Content,
            PublishAt = r.PublishAt!.Value,
            r.UpdatedAt,
            Corrections = r.Corrections.OrderBy(c => c.At).ThenBy(c => c.Id).Select(c => new ArticleCorrection(c.At, c.Note)).ToList(),
        }).AsNoTracking().AsSingleQuery(), cancel);
        Shown.OnList(new ListWindow(language.Code, zone?.Id, topic?.Id, From: releases.Count < Entries ? null : releases[^1].PublishAt));
        foreach (var release in releases)
            Shown.OnRelease(release.Id, release.StoryId);
        var sides = await FeedSides.ReadAsync(Db, releases.ConvertAll(r => r.Id), releases.ConvertAll(r => r.StoryId), now, cancel);
        sides.Tell(Shown);
        var pictures = await Db.PicturesAsync(
            releases.Select(r => r.Content.Body), sides.Pictures, language.Code, Options, Shown, cancel, Absolute);
        var byId = pictures.Values.ToDictionary(p => p.Id);
        var entries = releases.ConvertAll(r => new FeedEntry
        {
            Id = Absolute(Links.Release(language.Code, r.Id, slug: null)),
            Url = Absolute(Links.Release(language.Code, r.Id, r.Slug)),
            Title = XmlText.Clean(r.Content.Headline),
            Summary = r.Content.Summary is { } summary ? XmlText.Clean(summary) : null,
            Html = XmlText.Clean(Html(r.Content, r.Corrections, pictures)),
            Picture = sides.PicturesOf(r.Id).Select(byId.GetValueOrDefault).FirstOrDefault(),
            Author = XmlText.Clean(r.Content.Issuer ?? "ScoPortal"),
            Published = r.PublishAt,
            Updated = Later(r.PublishAt, r.UpdatedAt),
            Categories = [.. Categories(sides.ZonesOf(r.StoryId), sides.TopicsOf(r.StoryId), Absolute)],
            Versions = [.. Options.Languages.Served(sides.VersionsOf(r.StoryId)).Where(v => v.Id != r.Id)
                .Select(v => new FeedVersion(Tag(v), Absolute(v.Path)))],
        });
        return new Feed
        {
            Title = Title(zone?.In(language.Code).Kicker ?? topic?.In(language.Code).Name),
            Description = XmlText.Clean(zone?.In(language.Code).Standfirst ?? topic?.In(language.Code).Description ?? Ui["Site.Description"]),
            Language = language.Tag,
            Self = Absolute(Links.Feed(language.Code, format, zone?.Key, topic?.Key)),
            Page = Absolute(Page(language.Code, zone, topic)),
            Home = Absolute(Links.Home(language.Code)),
            Updated = entries.Select(e => e.Updated).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(),
            LastChange = entries.Select(e => e.Updated).Append(sides.LastWithdrawal).Max(),
            Versions = [.. Options.Languages.All.Where(l => l.Code != language.Code)
                .Select(l => new FeedVersion(l.Tag, Absolute(Links.Feed(l.Code, format, zone?.Key, topic?.Key))))],
            Entries = entries,
        };
    }

    private static string Page(string language, ZoneEntry? zone, TopicEntry? topic) =>
        zone is not null ? Links.Zone(language, zone.Key) : topic is not null ? Links.Topic(language, topic.Key) : Links.Home(language);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private string Title(string? part) => XmlText.Clean(part is null ? Ui["Site.Title"] : Ui.Format("Feeds.Title.For", "ScoPortal", part));

    private string Tag(Version version) => Options.Languages.Find(version.Language)!.Tag;

    private IEnumerable<FeedCategory> Categories(List<int> zones, List<int> topics, Func<string, string> absolute) =>
        Catalogue.ZonesOf(zones)
            .Select(z => new FeedCategory(z.Key, XmlText.Clean(z.In(Ui.Language.Code).Kicker), absolute(Links.Zones(Ui.Language.Code))))
            .Concat(Catalogue.TopicsOf(topics)
                .Select(t => new FeedCategory(t.Key, XmlText.Clean(t.In(Ui.Language.Code).Name), absolute(Links.Topics(Ui.Language.Code)))));

    private string Html(ReleaseContent content, List<ArticleCorrection> corrections, IReadOnlyDictionary<string, Picture> pictures)
    {
        var html = new StringBuilder();
        foreach (var correction in corrections)
            html.Append("<p><strong>").Append(Encode(Ui.Format("Corrections.On", Ui.Date(correction.At)))).Append("</strong><br>")
                .Append(Encode(correction.Note)).Append("</p>\n");
        if (content.Subheadline is { } subheadline)
            html.Append("<p><em>").Append(Encode(subheadline)).Append("</em></p>\n");
        if (Ui.Dateline(content.Dateline) is { } dateline)
            html.Append("<p>").Append(Encode(dateline)).Append("</p>\n");
        html.Append(Markdown.ToHtml(content.Body, pictures: pictures));
        if (Links.External(content.MoreInfoUrl) is { } more)
            html.Append("<p>").Append(Encode(Ui["Release.MoreInfo"])).Append(" <a href=\"").Append(Encode(more)).Append("\">")
                .Append(Encode(more)).Append("</a></p>\n");
        return html.ToString();
    }

    private static string Encode(string text) => Encoder.Encode(text);
}
