using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Segments;
using ScoPortal.Data.Counting;
using ScoPortal.Data.Queries;
using ScoPortal.Data.Translation;
using ScoPortal.Web.Areas.Admin.Pages.Copies;
using ScoPortal.Web.Areas.Admin.Pages.Workbench;

namespace ScoPortal.Web.Areas.Admin.Pages;

/// <summary>What waits for the person at work.</summary>
public sealed class IndexModel(Publications publications) : DeskPage
{
    private const int Shown = 5;
    private static readonly string[] Steps = ["release.submit", "release.approve", "release.return"];

    /// <summary>No list is counted further: "100+" says enough.</summary>
    public const int CountedTo = 100;

    /// <summary>What waits, the most urgent first.</summary>
    public IReadOnlyList<Waiting> Lists { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.Home.Title"];
        var drafts = await ReadAsync(new() { State = DeskState.Draft, AuthorId = Me.Id });
        var returned = await ReturnsAsync(drafts);
        List<Waiting> lists =
        [
            Of("Returned", [.. drafts.Where(d => returned.ContainsKey(d.Id))], DeskLinks.ReleaseList("draft", author: "me"), d => returned.GetValueOrDefault(d.Id)),
            Of("Drafts", [.. drafts.Where(d => !returned.ContainsKey(d.Id))], DeskLinks.ReleaseList("draft", author: "me")),
            await TranslationsAsync("Translations", TranslationRow.Of(Db, Me.Id).Where(d => d.Confirmed < d.Total)),
            Of("Outdated", await ReadAsync(new() { State = DeskState.Outdated, Languages = Me.MayPublish ? null : Me.Languages }), DeskLinks.ReleaseList("outdated")),
            await MissingAsync(),
        ];
        if (Me.MayPublish)
        {
            lists.Insert(0, await TranslationsAsync("Submitted", TranslationRow.Submitted(Db)));
            lists.Insert(0, Of("Review", await ReadAsync(new() { State = DeskState.Review }), DeskLinks.ReleaseList("review")));
            lists.Insert(2, Of("Scheduled", await ReadAsync(new() { State = DeskState.Scheduled }, DeskOrder.Published), DeskLinks.ReleaseList("scheduled", sort: "published"),
                row => $"{Ui.Time(row.PublishAt!.Value)} ({Ui.Elsewhere(row.PublishAt.Value)})"));
        }

        lists.Add(await PairsAsync());
        lists.Add(await CopiesAsync());
        lists.Add(await FailedAsync());
        Lists = lists;
        return Page();
    }

    private Task<List<DeskRow>> ReadAsync(DeskFilter filter, DeskOrder order = default) => new DeskList(filter, order, Wanted).RowsAsync(Db, publications, CountedTo + 1, Now, Gone);

    private IReadOnlyList<string> Wanted => Me.MayPublish ? Portal.Languages.Codes : Me.Languages;

    private static Waiting Of(string name, List<DeskRow> rows, string link, Func<DeskRow, string?>? say = null) =>
        new(name, rows.Count, link, [.. rows.Take(Shown).Select(r => new WaitingItem(DeskLinks.Release(r.Id), r.Language, r.Headline, r.Zones, say?.Invoke(r), r.UpdatedAt))]);

    // Who sent a draft back, and why, stands in the audit; whatever step of its way came last decides.
    private async Task<Dictionary<int, string>> ReturnsAsync(List<DeskRow> drafts)
    {
        var subjects = drafts.ToDictionary(d => FormattableString.Invariant($"release/{d.Id}"), d => d.Id, StringComparer.Ordinal);
        var entries = await Db.Audit.Where(e => subjects.Keys.Contains(e.Subject) && Steps.Contains(e.Action)).OrderBy(e => e.Id)
            .Select(e => new { e.Subject, e.Action, e.By, e.After }).ToListAsync(Gone);
        return entries.GroupBy(e => e.Subject, StringComparer.Ordinal).Select(g => g.Last()).Where(e => e.Action == "release.return").ToDictionary(
            e => subjects[e.Subject],
            e => NoteIn(e.After) is { Length: > 0 } note ? Ui.Format("Desk.Home.ReturnedWith", e.By, note) : Ui.Format("Desk.Home.ReturnedBy", e.By));
    }

    private static string? NoteIn(string? json)
    {
        if (json is null)
            return null;
        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty("Note", out var note) ? note.GetString() : null;
    }

    private async Task<Waiting> MissingAsync()
    {
        var rows = (await ReadAsync(new() { State = DeskState.Missing }, DeskOrder.Published)).DistinctBy(r => r.StoryId).ToList();
        var stories = rows.Take(Shown).Select(r => r.StoryId).ToList();
        var written = (await Db.Releases.Where(r => stories.Contains(r.StoryId)).Select(r => new { r.StoryId, r.Language }).ToListAsync(Gone))
            .ToLookup(r => r.StoryId, r => r.Language);
        return new("Missing", rows.Count, DeskLinks.ReleaseList("missing", sort: "published"), [.. rows.Take(Shown).Select(r => new WaitingItem(
            DeskLinks.Story(r.StoryId), r.Language, r.Headline, r.Zones, Ui.List(Wanted.Except(written[r.StoryId]).Select(Ui.LanguageName)), r.PublishAt!.Value))]);
    }

    private async Task<Waiting> TranslationsAsync(string name, IQueryable<TranslationDraft> drafts)
    {
        var rows = await TranslationRow.ReadAsync(Db, drafts, CountedTo + 1, Gone);
        return new(name, rows.Count, DeskLinks.Translations(), [.. rows.Take(Shown).Select(r => new WaitingItem(
            DeskLinks.Workbench(r.Id), r.HeadlineLanguage, r.Headline, [], r.By, r.At))]);
    }

    private async Task<Waiting> CopiesAsync()
    {
        var copies = await Db.Suggestions.OpenCopies().OrderByDescending(s => s.Id).Take(CountedTo + 1)
            .Select(s => new { s.Id, s.Release.Language, s.Release.Content.Headline, s.Score, s.FoundAt }).ToListAsync(Gone);
        return new("Copies", copies.Count, DeskLinks.CopyList(), [.. copies.Take(Shown).Select(c => new WaitingItem(
            DeskLinks.Copy(c.Id), c.Language, c.Headline, [], Ui.Format("Desk.Copies.Score", Math.Floor(c.Score * 100)), c.FoundAt))]);
    }

    private async Task<Waiting> PairsAsync()
    {
        var pairs = await Db.Suggestions.Pairs(Db, SuggestionState.Open).OrderByDescending(s => s.Score).ThenByDescending(s => s.Id).Take(CountedTo + 1)
            .Select(s => new { s.Id, s.Release.Language, s.Release.Content.Headline, s.Score, s.FoundAt }).ToListAsync(Gone);
        return new("Pairs", pairs.Count, DeskLinks.PairList(), [.. pairs.Take(Shown).Select(p => new WaitingItem(
            DeskLinks.Pair(p.Id), p.Language, p.Headline, [], Ui.Format("Desk.Pairs.Likely", Pairs.PairRow.InPercent(p.Score)), p.FoundAt))]);
    }

    private async Task<Waiting> FailedAsync()
    {
        var failed = await Db.FailedImports.OrderByDescending(f => f.Id).Take(CountedTo + 1).Select(f => new { f.FileName, f.Reason, f.At }).ToListAsync(Gone);
        return new("Failed", failed.Count, DeskLinks.FailedImports, [.. failed.Take(Shown).Select(f => new WaitingItem(DeskLinks.FailedImports, Lang, f.FileName, [], f.Reason, f.At))]);
    }
}
