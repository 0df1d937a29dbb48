using ScoPortal.Core.Stories;

namespace ScoPortal.Core.Tests.Stories;

/// <summary>Who works in the newsroom, when, and on what.</summary>
internal static class Cast
{
    public static readonly DateTimeOffset Monday = new(2026, 1, 19, 9, 0, 0, TimeSpan.Zero);

    public static Edit Anna => new("A. Weber", Monday);

    public static Edit ChenALittleLater => new("L. Chen", Monday.AddHours(1), "Figures added");

    public static Edit TypingError => new("A. Weber", Monday.AddHours(2), "Typing error", Minor: true);

    public static ReleaseContent Text(string headline, string body = "The body.") => new() { Headline = headline, Body = body };

    public static Release Draft(string language = "en", string headline = "Trains from Qingdao") =>
        new Story().Draft(language, Text(headline), Anna);

    public static Release Published(string language = "en", string headline = "Trains from Qingdao")
    {
        var release = Draft(language, headline);
        release.Submit(Monday);
        release.Approve(Monday);
        release.Publish(Monday, Monday);
        return release;
    }

    public static string Rule(Action broken) => Xunit.Assert.Throws<RuleException>(broken).Rule;
}
