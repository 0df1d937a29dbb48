using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Core.Stories;
using ScoPortal.Data;
using ScoPortal.Data.Changes;
using ScoPortal.Web.Tests;

namespace ScoPortal.Browser.Tests;

/// <summary>The releases that play a part in the browser: in every language one of each kind there are pages for.</summary>
public sealed class Cast
{
    private readonly Dictionary<(string Language, string Part), Release> parts = [];

    /// <summary>Key of a zone with news.</summary>
    public required string Zone { get; init; }

    /// <summary>Key of a topic with news.</summary>
    public required string Topic { get; init; }

    /// <summary>One to read, compare and print, with versions in other languages.</summary>
    public Release Newest(string language) => parts[(language, nameof(Newest))];

    /// <summary>Another version of <see cref="Newest"/>.</summary>
    public Release Other(string language) =>
        Newest(language).Story.Releases.First(r => r.Language != language && r.IsPublic(PortalFixture.Now));

    /// <summary>One with a public correction.</summary>
    public Release Corrected(string language) => parts[(language, nameof(Corrected))];

    /// <summary>One that was withdrawn, of a story that can be read in another language.</summary>
    public Release Withdrawn(string language) => parts[(language, nameof(Withdrawn))];

    /// <summary>One of a story that has none in that language.</summary>
    public Release Missing(string language) => parts[(language, nameof(Missing))];

    /// <summary>Finds them among the sample stories, and has one corrected and one withdrawn in every language.</summary>
    public static async Task<Cast> AssembleAsync(IServiceProvider services, string[] languages)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var stories = await db.Stories.Include(s => s.Releases).Include(s => s.Zones).Include(s => s.Topics).AsSplitQuery().ToListAsync();
        var many = stories.Where(s => s.Releases.Count(r => r.IsPublic(PortalFixture.Now)) > 1)
            .OrderBy(s => s.Releases.Min(r => r.PublishAt)).ToList();
        Texts.AddTo(many, languages);

        var newest = many[^1];
        var cast = new Cast { Zone = newest.Zones[0].Key, Topic = newest.Topics[0].Key };
        foreach (var language in languages)
        {
            var corrected = Oldest(language);
            corrected.Correct(Texts.Note(language), PortalFixture.Now.AddDays(-2));
            var withdrawn = Oldest(language);
            withdrawn.Withdraw(Texts.Note(language), PortalFixture.Now.AddDays(-1));

            cast.parts[(language, nameof(Newest))] = newest.In(language)!;
            cast.parts[(language, nameof(Corrected))] = corrected;
            cast.parts[(language, nameof(Withdrawn))] = withdrawn;
            cast.parts[(language, nameof(Missing))] = stories.Where(s => s.In(language) is null)
                .SelectMany(s => s.Releases).First(r => r.IsPublic(PortalFixture.Now));
        }

        await db.SaveChangesAsync();
        await services.GetRequiredService<ChangeFollower>().CatchUpAsync(CancellationToken.None);
        return cast;

        Release Oldest(string language)
        {
            var story = many.First(s => s != newest && s.In(language)?.State == ReleaseState.Published);
            many.Remove(story);
            return story.In(language)!;
        }
    }
}
