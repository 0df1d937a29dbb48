using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Accounts;
using ScoPortal.Core.Stories;
using ScoPortal.Data;
using ScoPortal.Data.Accounts;
using ScoPortal.Data.Translation;
using ScoPortal.Web.Localization;
using ScoPortal.Web.Settings;

namespace ScoPortal.Web.Areas.Admin;

/// <summary>What every page of the desk has: who is at work, the words, the clock, the database, and what happens to bad input.</summary>
public abstract class DeskPage : PageModel
{
    private const string NoticeKey = "Notice";
    private const string ProblemKey = "Problem";
    private const string UndoKey = "Undo";
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Who is at work.</summary>
    public Member Me => User.Member();

    /// <summary>They have yet to set up a second step, and get to nothing else.</summary>
    public bool MustSetUp => User.HasClaim(c => c.Type == Desk.IncompleteClaim);

    /// <summary>They may not be without a second step.</summary>
    public bool NeedsSecondStep => Portal.SecondStep.Meets(Me.Role);

    /// <summary>Their language.</summary>
    public PortalLanguage Language => HttpContext.PortalLanguage();

    /// <summary>Its code.</summary>
    public string Lang => Language.Code;

    /// <summary>The portal's words in it.</summary>
    public Ui Ui => HttpContext.RequestServices.GetRequiredService<Ui>();

    /// <summary>The portal's settings.</summary>
    public PortalOptions Portal => HttpContext.RequestServices.GetRequiredService<PortalOptions>();

    /// <summary>The zones and topics.</summary>
    public Catalogue Catalogue => HttpContext.RequestServices.GetRequiredService<Catalogue>();

    /// <summary>The glossary, ready for checks.</summary>
    protected Glossaries Glossaries => HttpContext.RequestServices.GetRequiredService<Glossaries>();

    /// <summary>How many suggested pairs wait to be decided on, counted to one more than a hundred.</summary>
    public Task<int> OpenPairsAsync() => Db.Suggestions.Pairs(Db, SuggestionState.Open).Take(101).CountAsync(Gone);

    /// <summary>The instant this request is made.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Title of the document, without the portal's name.</summary>
    public string Title { get; protected set; } = "";

    /// <summary>What the last request has done; said once.</summary>
    public string? Notice => TempData[NoticeKey] as string;

    /// <summary>Where what it has done can be undone; null where it cannot.</summary>
    public string? Undo => TempData[UndoKey] as string;

    /// <summary>What the last request could not do; said once.</summary>
    public string? Problem => TempData[ProblemKey] as string;

    /// <summary>The database.</summary>
    protected PortalDb Db => HttpContext.RequestServices.GetRequiredService<PortalDb>();

    /// <summary>Told when the client has gone.</summary>
    protected CancellationToken Gone => HttpContext.RequestAborted;

    /// <summary>
    /// Loads the page and shows it. A form that is refused is shown again by it, with what was typed and the reason.
    /// Pages that only act and are shown elsewhere lead there, by <see cref="Refused"/>.
    /// </summary>
    protected virtual Task<IActionResult> ShowAsync() => Task.FromResult<IActionResult>(Page());

    /// <summary>Notes who did what, from where, to be saved with it; nothing where the same stands there as before.</summary>
    /// <param name="action">A noun and a verb: "release.publish".</param>
    /// <param name="subject">What it is done to: "release/7".</param>
    /// <param name="before">What stood there before.</param>
    /// <param name="after">What stands there now.</param>
    protected void Audit(string action, string subject, object? before = null, object? after = null) =>
        Audit(Me.Name, Me.Id, action, subject, before, after);

    /// <summary>The same for somebody who is not signed in, or not yet.</summary>
    protected void Audit(string by, int? accountId, string action, string subject, object? before = null, object? after = null)
    {
        var (was, stands) = (before is null ? null : JsonSerializer.Serialize(before, Readable), after is null ? null : JsonSerializer.Serialize(after, Readable));
        if (was is not null && was == stands)
            return;
        Db.Audit.Add(new AuditEntry(Now, by, action, subject)
        {
            AccountId = accountId,
            Address = ClientNetwork.Of(HttpContext.Connection.RemoteIpAddress),
            Before = was,
            After = stands,
        });
    }

    /// <summary>An edit by this person, now.</summary>
    protected Edit Edit(string? note = null, bool minor = false) => new(Me.Name, Now, note, minor, Me.Id, Me.MayPublish);

    /// <summary>Whoever may not be without a second step keeps one of the two; others take a lost one away from them.</summary>
    /// <param name="account">Of whom one is to be removed.</param>
    /// <param name="app">The app is left after that.</param>
    /// <param name="passkeys">How many passkeys are.</param>
    /// <exception cref="RuleException">It is their own last one.</exception>
    protected void RequireFactor(Account account, bool app, int passkeys)
    {
        if (account.Id == Me.Id && NeedsSecondStep && !app && passkeys == 0)
            throw new RuleException("Desk.SecondStep.Last");
    }

    /// <summary>Says what has been done, on the page at <paramref name="path"/>, with a button that posts to <paramref name="undo"/>.</summary>
    protected IActionResult Done(string text, string path, string? undo = null)
    {
        (TempData[NoticeKey], TempData[UndoKey]) = (text, undo);
        return LocalRedirect(path);
    }

    /// <summary>Says what is wrong, on the page at <paramref name="path"/>.</summary>
    protected IActionResult Refused(string path)
    {
        TempData[ProblemKey] = string.Join(' ', ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage));
        return LocalRedirect(path);
    }

    /// <inheritdoc />
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Now = HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (HttpMethods.IsPost(Request.Method) && context.HandlerMethod is null)
        {
            // The page only shows: without this it would be rendered with nothing loaded.
            context.Result = StatusCode(StatusCodes.Status405MethodNotAllowed);
            return;
        }

        if (HttpMethods.IsPost(Request.Method) && !ModelState.IsValid)
        {
            context.Result = await ShowAsync();
            return;
        }

        var done = await next();
        if (done.ExceptionHandled || (done.Exception is not (RuleException or DbUpdateConcurrencyException) && !Db.IsCollision(done.Exception)))
            return;
        Db.ChangeTracker.Clear();
        ModelState.AddModelError("", done.Exception is RuleException broken ? Ui.Rule(broken) : Ui["Desk.Overtaken"]);
        done.Result = await ShowAsync();
        done.ExceptionHandled = true;
    }
}
