using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Core.Translation.Memory;
using ScoPortal.Core.Translation.Segments;
using ScoPortal.Data.Translation;
using ScoPortal.Web.Areas.Admin.Pages.Editor;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Areas.Admin.Pages.Workbench;

/// <summary>
/// A page of the workbench. All of them show it; each does something else with the form, which always carries everything that is typed:
/// that is kept first, whatever comes of the rest.
/// </summary>
[RequestFormLimits(ValueCountLimit = 50_000)]
public abstract class WorkbenchPage : DeskPage
{
    private IReadOnlyList<Typed>? typed;

    /// <summary>Key of the release that is being written.</summary>
    [FromRoute]
    public int Id { get; set; }

    /// <summary>The revision of it that the page showed.</summary>
    [BindProperty]
    public int Based { get; set; }

    /// <summary>Where the text came from, if nobody typed it: "memory 92".</summary>
    [BindProperty]
    [StringLength(40)]
    public string? Origin { get; set; }

    /// <summary>The segment that is open.</summary>
    [BindProperty(Name = "at", SupportsGet = true)]
    public int? At { get; set; }

    /// <summary>Which segments are shown: open, problems; all without it.</summary>
    [BindProperty(Name = "show", SupportsGet = true)]
    public string? Shown { get; set; }

    /// <summary>The release.</summary>
    public ReleaseHead Head { get; private set; } = null!;

    /// <summary>The translation; null where nobody has said yet what it is made from.</summary>
    public Worksheet? Sheet { get; private set; }

    /// <summary>Other versions of the story, that it may be made from.</summary>
    public IReadOnlyList<ReleaseHead> Versions { get; private set; } = [];

    /// <summary>What was typed and could not be taken in.</summary>
    public List<TypedConflict> Conflicts { get; } = [];

    /// <summary>The segment whose help is shown.</summary>
    public SheetRow? Active => Sheet?.Rows.FirstOrDefault(r => r.Id == At) ?? Sheet?.Next() ?? (Sheet?.Rows is [var first, ..] ? first : null);

    /// <summary>Sentences of the memory like that of the open segment, the likest first.</summary>
    public IReadOnlyList<MemoryMatch> Matches { get; private set; } = [];

    /// <summary>Readers have both, and can compare them.</summary>
    public bool IsPublicPair => Sheet?.Open is { } open && open.Source.IsPublic(Now) && Head.IsPublic(Now);

    /// <summary>The language that is written.</summary>
    public PortalLanguage TargetLanguage => PortalLanguage.Get(Head.Language);

    /// <summary>The language that it is made from.</summary>
    public PortalLanguage SourceLanguage => PortalLanguage.Get(Sheet!.Open.Source.Language);

    /// <summary>Something can still be written.</summary>
    public bool IsOpen => Head.State != ReleaseState.Withdrawn;

    /// <summary>This person may put it into the release.</summary>
    public bool MaySave => IsOpen && (Me.MayPublish || !Head.IsPublic(Now));

    /// <summary>The script asks: only what has changed on the page is wanted.</summary>
    protected bool IsLive => Request.Headers.XRequestedWith == "XMLHttpRequest";

    private IReadOnlyList<Typed> Typed => typed ??= Request.HasFormContentType ? Workbench.Typed.Of(Request.Form) : [];

    /// <summary>What stands in the field of a segment: what was typed where that could not be kept.</summary>
    public string TextOf(SheetRow row) => Conflicts.Find(c => c.Unit == row.Id)?.Text
        ?? (ModelState.IsValid ? null : Typed.FirstOrDefault(t => t.In(Sheet!.Draft, Based)?.Id == row.Id)?.Text) ?? row.Unit.Target;

    /// <summary>An instant as the desk writes it: the time alone for today.</summary>
    public string Moment(DateTimeOffset at) => EditorPage.Moment(Ui, at, Now);

    /// <inheritdoc />
    protected override async Task<IActionResult> ShowAsync()
    {
        if (await Db.Releases.Where(r => r.Id == Id).HeadAsync(Db, Gone) is not { } head)
            return NotFound();
        if (!Me.MayWrite(head.Language))
            return Forbid();
        return await ShowAsync(head, await Db.OpenTranslationAsync(Id, Edit(), Gone));
    }

    /// <summary>Shows it as it is after something was done.</summary>
    protected async Task<IActionResult> ShowAsync(ReleaseHead head, OpenTranslation? open)
    {
        Head = head;
        Sheet = open is null ? null : SheetOf(open);
        if (Sheet is null)
            Versions = await Db.Releases.Where(r => r.StoryId == head.StoryId && r.Id != Id).OrderBy(r => r.Id).HeadsAsync(Db, Gone);
        Title = Ui.Format("Desk.Workbench.Title", head.Headline.Length > 0 ? head.Headline : open?.Source.Content.Headline ?? Ui["Desk.Releases.NoHeadline"], Ui.LanguageName(head.Language));
        if (Active is { Unit: { Sources.Count: > 0 } unit } && open is not null)
            Matches = await HttpContext.RequestServices.GetRequiredService<TranslationMemory>().FindAsync(open.Source.Language, head.Language, unit.Source, except: Id, cancel: Gone);
        if (!IsLive)
            return Page();
        var live = Partial("_Live", this);
        live.StatusCode = Conflicts.Count > 0 ? StatusCodes.Status409Conflict : ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return live;
    }

    /// <summary>A translation with what its checks say.</summary>
    protected Worksheet SheetOf(OpenTranslation open) => new(open, Glossaries.For(open.Source.Language, open.Target.Language));

    /// <summary>Finds the release, and says why this person may not write it; null when they may.</summary>
    /// <exception cref="RuleException">They write its language, but it is withdrawn.</exception>
    protected async Task<IActionResult?> RefuseAsync()
    {
        if (await Db.Releases.Where(r => r.Id == Id).HeadAsync(Db, Gone) is not { } head)
            return NotFound();
        if (!Me.MayWrite(head.Language))
            return Forbid();
        Head = head;
        return IsOpen ? null : throw new RuleException("Rule.Withdrawn");
    }

    /// <summary>Keeps what is typed, in the draft.</summary>
    /// <param name="confirm">The segment that the person says is right.</param>
    /// <param name="then">What else to do with the draft, in the same go; it says whether it has.</param>
    /// <returns>The translation; null where nobody has said what it is made from.</returns>
    protected Task<OpenTranslation?> KeepAsync(int? confirm = null, Func<OpenTranslation, bool>? then = null) => Db.ChangeTranslationAsync(Id, Edit(), open =>
    {
        Conflicts.Clear();
        if (Typed.Any(t => t.Text.Length > Workbench.Typed.Longest))
            throw new RuleException("Rule.SegmentTooLong", Workbench.Typed.Longest);
        var kept = Typed.Count(t => Take(open, t, confirm)) > 0;
        kept |= then?.Invoke(open) == true;
        if (kept && open.IsNew)
            Audit("translation.begin", open.Target.Subject(), after: new { Source = open.Source.Id, open.Source.Language, open.Draft.SourceRevision });
        return kept || (!open.IsNew && (open.TargetBefore ?? open.SourceBefore) is not null);
    }, Gone);

    // What the form says of one segment; false where that is nothing new.
    private bool Take(OpenTranslation open, Typed said, int? confirm)
    {
        if (said.Text == said.Was && said.Id != confirm)
            return false;
        var unit = said.In(open.Draft, Based);
        // Who confirms a translation has seen the sentence that it is of.
        var isRight = said.Id == confirm && unit is not null && Workbench.Typed.KeyOf(unit) == said.Key;
        if (unit is null || !open.Draft.Write(unit.Id, said.Was, said.Text, isRight, Edit(), said.Text == said.Was ? null : Origin))
        {
            Conflicts.Add(new(unit?.Id, said.Text, unit?.Target ?? ""));
            return false;
        }

        if (isRight)
            Audit("translation.confirm", open.Target.Subject(), new { Segment = unit.Id, unit.Target, State = unit.State.ToString() }, new { Segment = unit.Id, Target = said.Text, State = nameof(UnitState.Confirmed) });
        return true;
    }
}
