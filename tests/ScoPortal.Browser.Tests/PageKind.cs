using ScoPortal.Web;
using Xunit;

namespace ScoPortal.Browser.Tests;

/// <summary>A kind of page that readers meet, and the address of one of it in a language.</summary>
public sealed record PageKind(string Name, Func<Cast, string, string> Address, int Status = 200)
{
    /// <summary>All there are.</summary>
    public static IReadOnlyList<PageKind> All { get; } =
    [
        new("home", (_, l) => Links.Home(l)),
        new("news", (_, l) => Links.News(l)),
        new("news of a zone and topic", (c, l) => Links.News(l, c.Zone, c.Topic)),
        new("archive", (_, l) => Links.Archive(l)),
        new("month", (c, l) => Links.Month(l, c.Newest(l).PublishAt!.Value.Year, c.Newest(l).PublishAt!.Value.Month)),
        new("release", (c, l) => Links.Release(l, c.Newest(l).Id, c.Newest(l).Slug)),
        new("corrected release", (c, l) => Links.Release(l, c.Corrected(l).Id, c.Corrected(l).Slug)),
        new("withdrawn release", (c, l) => Links.Release(l, c.Withdrawn(l).Id, c.Withdrawn(l).Slug), 410),
        new("release in other languages only", (c, l) => Links.Release(l, c.Missing(l).Id, null), 404),
        new("compare", (c, l) => Links.Compare(l, c.Newest(l).Id, c.Newest(l).Slug, c.Other(l).Language)),
        new("zones", (_, l) => Links.Zones(l)),
        new("zone", (c, l) => Links.Zone(l, c.Zone)),
        new("topics", (_, l) => Links.Topics(l)),
        new("topic", (c, l) => Links.Topic(l, c.Topic)),
        new("search", (_, l) => Links.Search(l)),
        new("search with results", (_, l) => Links.Search(l, Word(l), @in: "all")),
        new("search without results", (_, l) => Links.Search(l, "xyzzyq")),
        new("feeds", (_, l) => Links.Feeds(l)),
        new("about", (_, l) => Links.About(l)),
        new("corrections", (_, l) => Links.Corrections(l)),
        new("no page", (_, l) => Links.Home(l) + "nothing-here", 404),
    ];

    /// <summary>Their names, for theories.</summary>
    public static TheoryData<string> Names => [.. All.Select(k => k.Name)];

    /// <summary>Each in each language of readers.</summary>
    public static TheoryData<string, string> InFourLanguages => In("en", "de", "ru", "zh");

    public static PageKind Named(string name) => All.Single(k => k.Name == name);

    private static TheoryData<string, string> In(params string[] languages)
    {
        var data = new TheoryData<string, string>();
        foreach (var kind in All)
            foreach (var language in languages)
                data.Add(kind.Name, language);
        return data;
    }

    private static string Word(string language) => language switch { "ru" => "Циндао", "zh" => "青岛", "fa" => "بندر", _ => "Qingdao" };
}
