namespace ScoPortal.Web.Areas.Admin.Pages;

/// <summary>The keyboard shortcuts, for reading.</summary>
public sealed class ShortcutsModel : DeskPage
{
    public void OnGet() => Title = Ui["Desk.Keys.Title"];
}
