using ScoPortal.Data.Accounts;
using ScoPortal.Web.Areas.Admin.Accounts;

namespace ScoPortal.Web.Areas.Admin.Pages;

/// <summary>Makes an account for somebody invited.</summary>
public sealed class InvitationModel : JoinPage
{
    protected override AccessKind Kind => AccessKind.Invitation;

    protected override Task<bool> IsOpenAsync(AccessLink link) => Task.FromResult(true);

    protected override (string Email, string Role, string Languages) Joins(AccessLink link) => (link.Email!, link.Role!, link.Languages);

    protected override string PageTitle => Ui["Desk.Invitation.Title"];
}
