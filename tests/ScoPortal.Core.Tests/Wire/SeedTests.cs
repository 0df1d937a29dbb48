using System.Runtime.CompilerServices;
using ScoPortal.Core.Wire;
using Xunit;

namespace ScoPortal.Core.Tests.Wire;

/// <summary>A fact that is skipped, with the reason, where the seed texts do not lie beside the repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SeedFactAttribute : FactAttribute
{
    public SeedFactAttribute()
    {
        if (SeedTests.Folder is null)
            Skip = "The seed texts (../shared/seeds beside the repository) are not on this machine.";
    }
}

/// <summary>The five real texts that the importer was made for.</summary>
public class SeedTests
{
    public static string? Folder { get; } = Find();

    [SeedFact]
    public void Seed_000_has_no_headline_and_is_odd_German() => Expect("000", null, "Lianyungang", "2021-06-19", "PRNewswire", null, null,
        "no-headline", "mixed-names", "swiss-spelling", "unbalanced-quotes");

    [SeedFact]
    public void Seed_001_has_everything_but_an_issuer() => Expect("001", "The 2021 SCO International Round Table", "Lianyungang", "2021-06-18",
        "PRNewswire", null, "http://www.scoilp.gov.cn/Default.aspx?mpid=10", "noise-removed");

    [SeedFact]
    public void Seed_002_is_dated_to_the_month_and_was_passed_on()
    {
        var release = Expect("002", "Westchinas Chongqing Liangjiang New Area nutzt", "Chongqing", null, "ots,PRNewswire",
            "Chongqing Liangjiang New Area", "http://www.liangjiang.gov.cn/", "date-month-only");

        Assert.Equal("news aktuell", release.Distributor);
        Assert.Equal("2021-04", release.CapturedAt?.ToString());
        Assert.Equal("2021-04-09", release.EventDate?.ToString());
    }

    [SeedFact]
    public void Seed_003_is_a_zone_page_of_16_April_about_2_April() => ExpectZonePage("003", "Cloud Meeting for Common", "2021-04-16T20:42:57+08:00", "2021-04-02");

    [SeedFact]
    public void Seed_004_is_a_zone_page_of_16_April_about_9_April() => ExpectZonePage("004", "Liu Jianjun and Russian", "2021-04-16T20:41:19+08:00", "2021-04-09");

    private static void ExpectZonePage(string number, string headline, string posted, string day)
    {
        var release = Expect(number, headline, null, null, "", null, null, "event-year-inferred", "login-not-byline", "zone-assumed");

        Assert.Equal(posted, release.PostedAt?.ToString());
        Assert.Equal(day, release.EventDate?.ToString());
        Assert.EndsWith("attended the meeting.", release.Paragraphs[^1], StringComparison.Ordinal);
    }

    private static WireRelease Expect(string number, string? headline, string? place, string? date, string wires, string? issuer, string? link, params string[] codes)
    {
        var release = WireReader.Read(WireText.Decode(File.ReadAllBytes(Directory.GetFiles(Folder!, number + "*.txt").Single())).Text!);

        Assert.Equal(headline, headline is null ? release.Headline : release.Headline?[..headline.Length]);
        Assert.Equal((place, date), (release.Place, release.DatelineDate?.ToString()));
        Assert.Equal(place is null ? null : "CN", release.Country);
        Assert.Equal(wires, string.Join(',', release.Wires));
        Assert.Equal((issuer, link), (release.Issuer, release.MoreInfoUrl));
        Assert.All(codes, code => Assert.Contains(release.Warnings, w => w.Code == code));
        Assert.DoesNotContain(release.Paragraphs, p => p.Contains("MetInfo", StringComparison.Ordinal) || p.Contains("/PRNewswire/", StringComparison.Ordinal));
        return release;
    }

    /// <summary>Beside the repository, or beside the folder that its worktrees lie in.</summary>
    private static string? Find([CallerFilePath] string here = "")
    {
        for (var folder = Path.GetDirectoryName(here); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var seeds = Path.Combine(folder, "shared", "seeds");
            if (Directory.Exists(seeds))
                return seeds;
        }

        return null;
    }
}
