using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Newsroom;
using Xunit;

namespace ScoPortal.Data.Tests.Newsroom;

public class ReleaseFileTests
{
    private const string Whole = """
        ---
        headline: Trains: more than ever
        place: Qingdao
        date: 2021-04
        source: Test desk
        author: A. Weber
        state: inReview
        publishAt: 2021-04-16T13:30Z
        facts: Trains = 1,225 | Since = 2018
        ---
        First paragraph.

        Second paragraph.
        """;

    [Fact]
    public void Its_fields_and_text_become_a_release()
    {
        var file = new ReleaseFile("en.md", Whole);

        Assert.Equal(new ReleaseContent
        {
            Headline = "Trains: more than ever",
            Dateline = new Dateline { Place = "Qingdao", Date = PartialDate.Month(2021, 4) },
            Source = "Test desk",
            Facts = "Trains = 1,225\nSince = 2018",
            Body = "First paragraph.\n\nSecond paragraph.",
        }, file.Content);
        Assert.Equal(("A. Weber", ReleaseState.InReview, false), (file.Author, file.State, file.Minor));
        Assert.Equal(new DateTimeOffset(2021, 4, 16, 13, 30, 0, TimeSpan.Zero), file.Instant("publishAt", default));
    }

    [Theory]
    [InlineData("---\nheadline", "headline", "between two lines of ---")]
    [InlineData("headline: Trains: more than ever", "headline Trains", "'headline Trains' is no 'field: value'")]
    [InlineData("place: Qingdao", "palce: Qingdao", "'palce' is unknown")]
    [InlineData("place: Qingdao", "headline: Again", "'headline' is unknown or there twice")]
    [InlineData("source: Test desk\n", "", "'source' is missing")]
    [InlineData("date: 2021-04", "date: April", "'April' is no date")]
    [InlineData("Trains = 1,225", "Trains: 1,225", "A = B | C = D")]
    [InlineData("First paragraph.\n\nSecond paragraph.", "", "no text below")]
    public void A_malformed_one_is_refused_by_name_and_reason(string part, string instead, string reason)
    {
        var refusal = Assert.Throws<InvalidDataException>(
            () => new ReleaseFile("stories/01-trains/en.md", Whole.Replace(part, instead, StringComparison.Ordinal)));

        Assert.StartsWith("stories/01-trains/en.md: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("state: printed")]
    [InlineData("minor: perhaps")]
    [InlineData("publishAt: soon")]
    [InlineData("translatedFromRevision: -1")]
    public void A_field_that_is_asked_for_must_make_sense(string line)
    {
        var file = new ReleaseFile("en.md", $"---\nheadline: Trains\nsource: Test desk\n{line}\n---\nBody.");

        var refusal = Assert.Throws<InvalidDataException>(() => line.Split(':')[0] switch
        {
            "state" => (object)file.State,
            "minor" => file.Minor,
            "publishAt" => file.Instant("publishAt", default),
            var field => file.Number(field)!,
        });

        Assert.StartsWith("en.md: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(line.Split(':')[0], refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Thirty_days_ahead_are_counted_from_now()
    {
        var file = new ReleaseFile("en.md", Whole.Replace("2021-04-16T13:30Z", "+30d", StringComparison.Ordinal));

        Assert.Equal(TestDatabase.Now.AddDays(30), file.Instant("publishAt", TestDatabase.Now));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("ru")]
    [InlineData("zh")]
    public void The_about_page_comes_with_the_portal(string language)
    {
        Assert.False(string.IsNullOrWhiteSpace(NewsroomContent.Text($"about.{language}.md")));
        Assert.Null(NewsroomContent.Text($"about.{language}.txt"));
    }
}
