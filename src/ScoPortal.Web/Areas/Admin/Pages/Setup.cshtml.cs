using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages;

/// <summary>Makes the first administrator of a new portal, for whoever holds the link that it printed when it started.</summary>
public sealed class SetupModel : JoinPage
{
    [BindProperty]
    [Required]
    [EmailAddress]
    [StringLength(256)]
    public string Email { get; set; } = "";

    protected override AccessKind Kind => AccessKind.Setup;

    protected override async Task<bool> IsOpenAsync(AccessLink link) => !await Db.Users.AnyAsync(Gone);

    protected override (string Email, string Role, string Languages) Joins(AccessLink link) => (Email.Trim(), Roles.Admin, "");

    protected override string PageTitle => Ui["Desk.Setup.Title"];
}
