using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data.Accounts;

namespace ScoPortal.Web.Areas.Admin.Accounts;

/// <summary>Makes an account for whoever holds a link: the first administrator, or somebody invited.</summary>
public abstract class JoinPage : EntrancePage
{
    [FromRoute]
    public string Secret { get; set; } = "";

    [BindProperty]
    [Required]
    [StringLength(100)]
    public string Name { get; set; } = "";

    [BindProperty]
    public string UiLanguage { get; set; } = "";

    [BindProperty]
    [Required]
    public string Password { get; set; } = "";

    [BindProperty]
    [Required]
    public string Repeat { get; set; } = "";

    /// <summary>The link; null when it opens nothing.</summary>
    public AccessLink? Link { get; private set; }

    /// <summary>Which links open this page.</summary>
    protected abstract AccessKind Kind { get; }

    /// <summary>Title of the page.</summary>
    protected abstract string PageTitle { get; }

    public Task<IActionResult> OnGetAsync()
    {
        UiLanguage = Lang;
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        // One transaction from the look at the link to its end: two browsers that race for it do not both win.
        await using var transaction = await Db.Database.BeginTransactionAsync(Gone);
        if (await FindAsync() is not { } link)
            return Closed();
        var (email, role, languages) = Joins(link);
        if (!NewPassword.IsGood(this, Password, Repeat, Name, email))
            return await ShowAsync();
        if (await Db.AccountByEmailAsync(email, Gone) is not null)
            return Closed();
        try
        {
            link.Close(Now);
            var ui = Portal.Languages.Find(UiLanguage)?.Code ?? Lang;
            var account = await Db.AddAccountAsync(email, Name.Trim(), role, languages, ui, Now, Gone);
            account.PasswordHash = HttpContext.RequestServices.GetRequiredService<IPasswordHasher<Account>>().HashPassword(account, Password);
            Audit(account.DisplayName, account.Id, "account.create", SubjectOf(account), after: new { account.Email, role, languages, link = Kind.ToString(), by = link.CreatedBy });
            await Db.SaveChangesAsync(Gone);
            await transaction.CommitAsync(Gone);
            // Afterwards: a session is written beside this transaction, not in it.
            await Door.SignInAsync(account, isPersistent: false);
            return await EnterAsync(account, "link");
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || Db.IsUniqueViolation(failure))
        {
            Db.ChangeTracker.Clear();
            return Closed();
        }
    }

    /// <summary>What the link is good for still holds.</summary>
    protected abstract Task<bool> IsOpenAsync(AccessLink link);

    /// <summary>Who joins.</summary>
    protected abstract (string Email, string Role, string Languages) Joins(AccessLink link);

    /// <inheritdoc />
    protected override async Task<IActionResult> ShowAsync()
    {
        Title = PageTitle;
        return Link is null && await FindAsync() is null ? Closed() : await base.ShowAsync();
    }

    private async Task<AccessLink?> FindAsync() =>
        Link = await Db.OpenLinkAsync(Kind, Secret, Now, Gone) is { } link && await IsOpenAsync(link) ? link : null;
}
