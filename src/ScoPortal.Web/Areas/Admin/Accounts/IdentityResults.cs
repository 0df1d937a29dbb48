using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ScoPortal.Web.Areas.Admin.Accounts;

/// <summary>What Identity has to say of a change.</summary>
internal static class IdentityResults
{
    /// <summary>Nothing that was not done is said to be done: Identity keeps it to itself that somebody else was faster.</summary>
    /// <exception cref="DbUpdateConcurrencyException">It was not done.</exception>
    public static void Require(this IdentityResult result)
    {
        if (!result.Succeeded)
            throw new DbUpdateConcurrencyException(string.Join(' ', result.Errors.Select(e => e.Description)));
    }
}
