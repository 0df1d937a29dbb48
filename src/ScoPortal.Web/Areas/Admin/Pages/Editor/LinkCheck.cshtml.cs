using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ScoPortal.Web.Areas.Admin.Accounts;
using ScoPortal.Web.LinkChecks;

namespace ScoPortal.Web.Areas.Admin.Pages.Editor;

/// <summary>Asks the links of a text, as it is typed, whether they answer.</summary>
[EnableRateLimiting(AccountsSetup.LinkChecks)]
public sealed class LinkCheckModel(LinkChecker checker) : EditorPage
{
    public IReadOnlyList<CheckedLink> Links { get; private set; } = [];

    /// <summary>How many were too many to be asked.</summary>
    public int Left { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
            return NotFound();
        // The server goes out on behalf of those who may write here, and of nobody else.
        if (!Me.MayWrite(Sheet.Language))
            return Forbid();
        var content = (await TypedAsync()).Content();
        List<string> urls = [.. Markdown.Addresses(content.Body).Concat(new[] { content.MoreInfoUrl, content.SourceUrl }.OfType<string>()).Distinct(StringComparer.Ordinal)];
        Links = await checker.CheckAsync(urls, Gone);
        Left = urls.Count - Links.Count;
        Title = Ui["Desk.Link.Title"];
        return Page();
    }

    /// <summary>A state mark for an answer.</summary>
    public static string Mark(LinkAnswer answer) => answer switch
    {
        LinkAnswer.Good => "published",
        LinkAnswer.Moved or LinkAnswer.Closed or LinkAnswer.Slow => "outdated",
        _ => "error",
    };
}
