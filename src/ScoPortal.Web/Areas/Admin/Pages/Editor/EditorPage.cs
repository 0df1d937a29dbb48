using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Areas.Admin.Pages.Editor;

/// <summary>A page about one release: what it is, and whether this person may change it.</summary>
public abstract class EditorPage : DeskPage
{
    /// <summary>Key of the release.</summary>
    [FromRoute]
    public int Id { get; set; }

    /// <summary>The release.</summary>
    public Sheet Sheet { get; private set; } = null!;

    /// <summary>The language of its texts.</summary>
    public PortalLanguage TextLanguage => PortalLanguage.Get(Sheet.Language);

    /// <summary>This person may save it as it stands.</summary>
    public bool MayEdit =>
        Me.MayWrite(Sheet.Language) && Sheet.State != ReleaseState.Withdrawn && (Me.MayPublish || !Sheet.IsPublic(Now));

    /// <summary>An instant as the desk writes it: the time alone for today.</summary>
    public string Moment(DateTimeOffset at) => Moment(Ui, at, Now);

    /// <inheritdoc cref="Moment(DateTimeOffset)"/>
    public static string Moment(Ui ui, DateTimeOffset at, DateTimeOffset now)
    {
        var (then, today) = (TimeZoneInfo.ConvertTime(at, ui.TimeZone), TimeZoneInfo.ConvertTime(now, ui.TimeZone));
        return then.Date == today.Date ? ui.Clock(at) : ui.Time(at);
    }

    /// <summary>Reads the release; false when there is none.</summary>
    protected async Task<bool> FindAsync() => (Sheet = (await Sheet.ReadAsync(Db, Id, Gone))!) is not null;

    /// <summary>Reads the release and says why this person may not change it; null when they may.</summary>
    /// <exception cref="RuleException">They write its language, but it is withdrawn, or readers have it.</exception>
    protected async Task<IActionResult?> RefuseAsync()
    {
        if (!await FindAsync())
            return NotFound();
        if (!Me.MayWrite(Sheet.Language))
            return Forbid();
        return MayEdit ? null : throw Closed();
    }

    /// <summary>Why somebody who writes its language cannot change it any more.</summary>
    protected RuleException Closed() => new(Sheet.State == ReleaseState.Withdrawn ? "Rule.Withdrawn" : "Rule.PublicText");

    /// <summary>The fields as they stand, however unfinished.</summary>
    protected async Task<ReleaseForm> TypedAsync()
    {
        var form = new ReleaseForm();
        await TryUpdateModelAsync(form, "");
        ModelState.Clear();
        return form;
    }

    /// <inheritdoc />
    [NonHandler]
    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is not null)
            return base.OnPageHandlerExecutionAsync(context, next);
        // A page that is only read, posted to.
        context.Result = StatusCode(StatusCodes.Status405MethodNotAllowed);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    protected override Task<IActionResult> ShowAsync() => Task.FromResult<IActionResult>(LocalRedirect(DeskLinks.Release(Id)));

    /// <summary>Others who have it open, by name.</summary>
    protected Task<List<string>> OthersAsync() => Db.Presences.Here(Now).Where(p => p.ReleaseId == Id && p.AccountId != Me.Id)
        .Join(Db.Users, p => p.AccountId, a => a.Id, (_, a) => a.DisplayName).OrderBy(name => name).ToListAsync(Gone);
}
