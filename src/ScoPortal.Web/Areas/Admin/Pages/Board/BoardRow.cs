using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Segments;
using ScoPortal.Data;
using ScoPortal.Data.Queries;

namespace ScoPortal.Web.Areas.Admin.Pages.Board;

/// <summary>A story on the board.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Zones">Keys of its zones.</param>
/// <param name="Versions">Its releases, the oldest first.</param>
/// <param name="Duties">What people are to write, by language.</param>
/// <param name="Pairs">What is suggested as a version of it, by language, the likeliest of each.</param>
public sealed record BoardRow(
    int Id, IReadOnlyList<int> Zones, IReadOnlyList<BoardVersion> Versions, IReadOnlyDictionary<string, BoardDuty> Duties, IReadOnlyDictionary<string, BoardPair> Pairs)
{
    /// <summary>The version that names the story: its original, else in the language of who looks, else the oldest.</summary>
    public BoardVersion Name(string language) => Versions.FirstOrDefault(v => v.IsOriginal) ?? In(language) ?? Versions[0];

    /// <summary>The version in a language, or null.</summary>
    public BoardVersion? In(string language) => Versions.FirstOrDefault(v => v.Language == language);
}

/// <summary>A language version on the board.</summary>
public sealed record BoardVersion
{
    public required int Id { get; init; }

    public required int StoryId { get; init; }

    public required string Language { get; init; }

    public required string Headline { get; init; }

    public required ReleaseState State { get; init; }

    public DateTimeOffset? PublishAt { get; init; }

    public PartialDate? Dated { get; init; }

    public string? Origin { get; init; }

    public int? SourceId { get; init; }

    /// <summary>How many sentences of its source have changed.</summary>
    public int Stale { get; init; }

    /// <summary>How many sentences its source has; 0 where it is not stale.</summary>
    public int Sentences { get; init; }

    /// <summary>The confirmed share of what is translated by sentence, in per cent; null where nobody does.</summary>
    public int? Progress { get; init; }

    /// <summary>A change of it was handed in and waits for an editor.</summary>
    public bool IsHandedIn { get; init; }

    /// <summary>Others are translated from it, or it is the only one.</summary>
    public bool IsOriginal { get; init; }

    /// <summary>The name of its state for a state mark, what needs a person first.</summary>
    public string Mark(DateTimeOffset now) =>
        IsHandedIn ? "review" : Stale > 0 ? "outdated" : DeskStates.Mark(State, PublishAt, now) is var mark && IsOriginal && mark is "published" ? "original" : mark;
}

/// <summary>Who is to write a version.</summary>
public sealed record BoardDuty(string Language, string? Name, DateOnly? DueOn, string? Note);

/// <summary>A suggested version: of which release, and how likely, in per cent.</summary>
public sealed record BoardPair(int Id, string Language, int Percent);

/// <summary>Reads what the board shows of some stories, in a handful of queries.</summary>
public static class BoardRows
{
    /// <param name="db">The database.</param>
    /// <param name="ids">Keys of the stories, in the order wanted.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<List<BoardRow>> BoardAsync(this PortalDb db, IReadOnlyList<int> ids, CancellationToken cancel)
    {
        var versions = await db.Releases.Where(r => ids.Contains(r.StoryId)).OrderBy(r => r.Id).Select(r => new BoardVersion
        {
            Id = r.Id,
            StoryId = r.StoryId,
            Language = r.Language,
            Headline = r.Content.Headline,
            State = r.State,
            PublishAt = r.PublishAt,
            Dated = r.Content.Dateline.Date,
            Origin = r.Content.Issuer ?? r.Content.Wires,
            SourceId = r.TranslatedFromId,
            Stale = r.StaleSentences,
            Progress = db.TranslationDrafts.Where(d => d.ReleaseId == r.Id && d.Total > 0).Select(d => (int?)(d.Confirmed * 100 / d.Total)).FirstOrDefault(),
            IsHandedIn = db.TranslationDrafts.Any(d => d.ReleaseId == r.Id && d.SubmittedAt != null),
            IsOriginal = r.TranslatedFromId == null && (db.Releases.Count(o => o.StoryId == r.StoryId) == 1 || db.Releases.Any(o => o.TranslatedFromId == r.Id)),
        }).AsNoTracking().ToListAsync(cancel);
        var sentences = await db.SentencesAsync([.. versions.Where(v => v.Stale > 0 && v.SourceId is not null).Select(v => v.SourceId!.Value).Distinct()], cancel);
        var duties = (await db.Assignments.Where(a => ids.Contains(a.StoryId)).Select(a => new
        {
            a.StoryId,
            Duty = new BoardDuty(a.Language, db.Users.Where(u => u.Id == a.AccountId).Select(u => u.DisplayName).FirstOrDefault(), a.DueOn, a.Note),
        }).ToListAsync(cancel)).ToLookup(a => a.StoryId, a => a.Duty);
        var pairs = (await db.OpenPairs().Where(p => ids.Contains(p.Release.StoryId) || ids.Contains(p.Other.StoryId)).OrderByDescending(p => p.Score)
            .Select(p => new { p.Id, p.Score, One = p.Release.StoryId, Two = p.Other.StoryId, OneLanguage = p.Release.Language, TwoLanguage = p.Other.Language }).ToListAsync(cancel))
            .SelectMany(p => new (int Story, BoardPair Pair)[]
            {
                (p.One, new(p.Id, p.TwoLanguage, (int)(p.Score * 100))),
                (p.Two, new(p.Id, p.OneLanguage, (int)(p.Score * 100))),
            })
            .ToLookup(p => p.Story, p => p.Pair);
        var zones = await db.ZonesOfAsync(ids, cancel);

        var byStory = versions.Select(v => v with { Sentences = v.Stale > 0 ? Math.Max(v.Stale, sentences.GetValueOrDefault(v.SourceId ?? 0)) : 0 }).ToLookup(v => v.StoryId);
        return
        [
            .. ids.Where(id => byStory[id].Any()).Select(id => new BoardRow(
                id, [.. zones[id]], [.. byStory[id]], duties[id].ToDictionary(d => d.Language), pairs[id].DistinctBy(p => p.Language).ToDictionary(p => p.Language))),
        ];
    }

    // A sentence count costs less than keeping one.
    private static async Task<Dictionary<int, int>> SentencesAsync(this PortalDb db, IReadOnlyList<int> ids, CancellationToken cancel) =>
        ids.Count == 0 ? [] : (await db.Releases.Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Language, r.Content }).AsNoTracking().ToListAsync(cancel))
            .ToDictionary(r => r.Id, r => Segmentation.Of(r.Content, r.Language).Count);
}
