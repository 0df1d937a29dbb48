using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using Xunit;

namespace ScoPortal.Web.Tests.House;

/// <summary>Every kind of page in six languages, one written from right to left and one made up.</summary>
public sealed partial class MarkupTests(MarkupTests.Pages read) : IClassFixture<MarkupTests.Pages>
{
    private static readonly string[] Names = ["ScoPortal", "RSS", "Atom", "JSON Feed", "JSON"];

    // Safari takes a list that is not marked for none, unless it is called one.
    private const string ListsAreLists = "The “list” role is unnecessary";

    [Fact]
    public async Task It_is_what_the_standard_asks_for() =>
        Faults.None((await HtmlValidator.CheckAsync(read.All.ToDictionary(p => p.Key, p => p.Value.Html)))
            .Where(f => !f.Message.StartsWith(ListsAreLists, StringComparison.Ordinal)).Select(f => f.ToString()));

    [Fact]
    public void It_says_its_language_and_its_direction()
    {
        foreach (var (path, (_, _, page)) in read.All)
        {
            var language = path.Split('/')[1];
            Assert.Equal(
                (path, language == "qps" ? "en-x-pseudo" : language, language == "fa" ? "rtl" : "ltr"),
                (path, page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
        }
    }

    [Fact]
    public void No_words_of_the_portal_stand_on_a_page_in_all_languages_alike()
    {
        var spoken = read.All.Where(p => p.Key.StartsWith("/qps/", StringComparison.Ordinal)).ToList();

        Assert.True(spoken.Count > 15);
        Faults.None(spoken.SelectMany(p => HardCoded(p.Value.Page, read.Content).Select(text => $"{p.Key}: {text}")));
    }

    private static IEnumerable<string> Strings(object thing) => thing.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0).SelectMany(p => p.GetValue(thing) switch
    {
        string text => [text],
        Core.Zones.ProfileText text => Strings(text),
        _ => (IEnumerable<string>)[],
    });

    private static IEnumerable<string> HardCoded(IHtmlDocument page, string content)
    {
        var texts = page.All.Where(e => !IsContent(e) && e.LocalName is not ("script" or "style"))
            .SelectMany(e => e.ChildNodes.OfType<IText>().Select(t => t.Data)
                .Concat(e.Attributes.Where(a => a.Name is "aria-label" or "placeholder" or "alt" or "title").Select(a => a.Value)))
            .Concat(page.QuerySelectorAll("meta[name=description], meta[property='og:title'], meta[property='og:description']").Select(m => m.GetAttribute("content")!));
        foreach (var text in texts)
        {
            var rest = text;
            for (string last; (last = rest) != (rest = Bracketed().Replace(rest, "\n"));)
            {
            }

            foreach (var name in Names)
                rest = rest.Replace(name, " ", StringComparison.Ordinal);
            foreach (var part in rest.Split('\n').Select(p => p.Trim(' ', '–', ':', ',', '(', ')')))
                if (!content.Contains(part, StringComparison.Ordinal) && Date().Replace(part, "").Any(char.IsLetter))
                    yield return part;
        }
    }

    // Dates follow the calendar of a country; what says its own language is not in that of the page.
    private static bool IsContent(IElement element) =>
        element.Closest("time, .prose, .cell, .facts, .map, a[href^='http'], a[href^='mailto']") is not null
        || (element.Closest("[lang]") is { LocalName: not "html" } foreign && foreign.GetAttribute("lang") != "en-x-pseudo");

    [GeneratedRegex("(January|February|March|April|May|June|July|August|September|October|November|December) [0-9]{4}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Date();

    [GeneratedRegex(@"\[[^\[\]]*\]", RegexOptions.NonBacktracking)]
    private static partial Regex Bracketed();

    /// <summary>All pages, read once.</summary>
    public sealed class Pages : IAsyncLifetime
    {
        // What stands in for content where a text is looked for that is not the portal's.
        private const string StandIn = "1789";
        private OwnPortal portal = null!;

        public Dictionary<string, (HttpStatusCode Status, string Html, IHtmlDocument Page)> All { get; } = [];

        /// <summary>Everything that editors have written.</summary>
        public string Content { get; private set; } = "";

        public async Task InitializeAsync()
        {
            portal = await OwnPortal.OpenAsync(languages: "en,de,ru,zh,fa,qps");
            foreach (var language in (string[])["en", "de", "ru", "zh", "fa", "qps"])
                foreach (var kind in await portal.AllKindsAsync(language))
                    await ReadAsync(kind.Path);
            foreach (var (language, id) in await TranslateAsync("fa", "qps"))
            {
                await ReadAsync((await portal.AskAsync(Links.Release(language, id, null))).Location!);
                await ReadAsync(Links.Home(language) + "?again");
                await ReadAsync(Links.News(language) + "?again");
                await ReadAsync((await portal.AskAsync(Links.Compare(language, id, "x", "en"))).Location!);
            }

            await ReadAsync("/en/search?q=%00%01%0B%1F%7F%C2%85%EF%BF%BE%ED%A0%80x");
            Content = await ReadContentAsync();
            await portal.BreakAsync("""ALTER TABLE "Releases" RENAME TO "Elsewhere" """);
            foreach (var language in (string[])["en", "de", "ru", "zh", "fa", "qps"])
                await ReadAsync(Links.News(language, zone: "liangjiang"));
        }

        public async Task DisposeAsync() => await portal.DisposeAsync();

        private async Task ReadAsync(string path)
        {
            using var response = await portal.Client.GetAsync(path);
            var html = await response.Content.ReadAsStringAsync();
            All[path] = (response.StatusCode, html, await new HtmlParser().ParseDocumentAsync(html));
        }

        /// <summary>A corrected release in each of these languages, translated from an English one that has changed since.</summary>
        private Task<List<(string Language, int Id)>> TranslateAsync(params string[] languages) => portal.QueryAsync(async db =>
        {
            var headline = (await portal.ReleaseAsync("russian-ambassador-2021", "en")).Headline;
            var story = await db.Stories.Include(s => s.Releases).SingleAsync(s => s.Releases.Any(r => r.Content.Headline == headline));
            foreach (var language in languages)
            {
                var content = story.In("en")!.Content with
                {
                    Headline = StandIn,
                    Subheadline = StandIn,
                    Summary = StandIn,
                    Wires = $"{StandIn}, {StandIn}",
                    Issuer = StandIn,
                    Distributor = StandIn,
                    Body = $"{StandIn}\n\n## {StandIn}\n\n| {StandIn} | {StandIn} |\n|---|---|\n| {StandIn} | {StandIn} |",
                    Source = StandIn,
                    Dateline = new Dateline { Place = StandIn },
                    Facts = $"{StandIn} = {StandIn}",
                    MoreInfoUrl = "http://1789.example/",
                };
                var release = story.Draft(language, content, new Edit("Vera", portal.Clock.Now));
                release.Follow(story.In("en")!, 1);
                portal.Publish(release);
                release.Save(content with { Headline = StandIn + StandIn }, 1, new Edit("Vera", portal.Clock.Now));
                release.Correct(StandIn, portal.Clock.Now);
            }

            await db.SaveChangesAsync();
            return languages.Select(l => (l, story.In(l)!.Id)).ToList();
        });

        // What editors write, and the browser's own language shows through: names of zones and topics, headlines, figures.
        private Task<string> ReadContentAsync() => portal.QueryAsync(async db =>
        {
            var zones = await db.Zones.Include(z => z.Profiles).ToListAsync();
            var topics = await db.Topics.Include(t => t.Names).ToListAsync();
            var releases = await db.Releases.Select(r => r.Content).ToListAsync();
            return string.Join('\n', zones.SelectMany(z => z.Profiles).SelectMany(Strings).Concat(topics.SelectMany(t => t.Names).SelectMany(Strings)).Concat(releases.SelectMany(Strings)));
        });
    }
}
