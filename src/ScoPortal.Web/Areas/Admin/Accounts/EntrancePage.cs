using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ScoPortal.Core.Accounts;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Hosting;

namespace ScoPortal.Web.Areas.Admin.Accounts;

/// <summary>What the pages have in common by which somebody gets in.</summary>
[AllowAnonymous]
[EnableRateLimiting(AccountsSetup.Entrances)]
[RequestFormLimits(ValueLengthLimit = KeptForm.LongestSeal)]
public abstract class EntrancePage : DeskPage
{
    private KeptForm? keptForm;

    /// <summary>Where to go afterwards.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The form that came after the session had ended, sealed.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    /// <summary>The session outlives the browser window.</summary>
    [BindProperty]
    public bool Stay { get; set; }

    /// <summary>The form that came after the session had ended.</summary>
    public KeptForm? KeptForm => keptForm ??= DeskAnswers.Kept(HttpContext) ?? KeptForm.Unseal(HttpContext, Kept);

    /// <summary>Somebody has got in, and the form is there to be sent again.</summary>
    public bool IsIn { get; private set; }

    /// <summary>The link that led here opens nothing.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Lets people in.</summary>
    protected DeskSignIn Door => HttpContext.RequestServices.GetRequiredService<DeskSignIn>();

    /// <inheritdoc />
    protected override Task<IActionResult> ShowAsync()
    {
        if (DeskAnswers.Kept(HttpContext) is { } kept)
            (Kept, ReturnUrl) = (kept.Seal(HttpContext), null);
        return base.ShowAsync();
    }

    /// <summary>Somebody has signed in, by password, code, passkey or link: on to where they wanted to go, or to what they had typed.</summary>
    protected async Task<IActionResult> EnterAsync(Account account, string by)
    {
        HttpContext.User = await Door.CreateUserPrincipalAsync(account);
        Door.Forget(account);
        KnownBrowser.Mark(HttpContext, account);
        Audit("session.begin", SubjectOf(account), after: new { by });
        await Db.SaveChangesAsync(Gone);
        if (KeptForm is null)
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : DeskLinks.Home);
        (Title, IsIn) = (Ui["Desk.Again.Title"], true);
        return Page();
    }

    /// <summary>Back to the beginning, with the form that is kept.</summary>
    protected IActionResult BackToSignIn(string problem)
    {
        ModelState.AddModelError("", problem);
        var back = Refused(DeskLinks.SignIn(ReturnUrl));
        if (KeptForm is null)
            return back;
        DeskAnswers.Instead(HttpContext, DeskLinks.SignIn(), KeptForm);
        return new EmptyResult();
    }

    /// <summary>Notes that somebody was not let in.</summary>
    protected void Note(bool isLocked, Account? account, string how) =>
        HttpContext.RequestServices.GetRequiredService<SecurityLog>().Note(
            isLocked ? "session.lock" : "session.refuse", account is null ? "account" : SubjectOf(account), HttpContext.Connection.RemoteIpAddress, account?.Id, how: how);

    /// <summary>Says that the link opens nothing any more, or never did.</summary>
    protected IActionResult Closed()
    {
        HttpContext.Note("link.refuse");
        (Title, IsClosed) = (Ui["Desk.OneTimeLink.Closed"], true);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    /// <summary>How the audit names an account.</summary>
    protected static string SubjectOf(Account account) => FormattableString.Invariant($"account/{account.Id}");
}

/// <summary>Says at its field what is wrong with a new password.</summary>
internal static class NewPassword
{
    /// <summary>The password is good and typed twice.</summary>
    /// <param name="page">The page that asks for it, with the properties Password and Repeat.</param>
    /// <param name="password">The password.</param>
    /// <param name="repeat">The same once more.</param>
    /// <param name="person">Name and address of its owner.</param>
    public static bool IsGood(DeskPage page, string password, string repeat, params string?[] person)
    {
        if (PasswordValidator.Judge(password, person) is var fault && fault != PasswordFault.None)
            page.ModelState.AddModelError("Password", page.Ui.Format($"Desk.Password.{fault}", PasswordRules.Shortest, PasswordRules.Longest));
        else if (password != repeat)
            page.ModelState.AddModelError("Repeat", page.Ui["Desk.Password.Differs"]);
        return page.ModelState.IsValid;
    }
}
