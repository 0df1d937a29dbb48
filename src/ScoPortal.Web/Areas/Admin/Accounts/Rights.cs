using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using ScoPortal.Core.Accounts;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Areas.Admin.Accounts;

/// <summary>What an account may do, as a form says it.</summary>
public sealed class Rights
{
    /// <summary>One of <see cref="Roles"/>.</summary>
    [Required]
    [RegularExpression("Admin|Editor|Translator")]
    public string Role { get; set; } = Roles.Editor;

    /// <summary>The languages that a translator may write.</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>They are as the database keeps them: none for who may write them all.</summary>
    public string Kept => Role == Roles.Translator ? string.Join(',', Languages) : "";

    /// <summary>A translator writes at least one of the portal's languages.</summary>
    public bool AreComplete(ModelStateDictionary state, Ui ui, PortalLanguages known)
    {
        Languages = [.. known.Codes.Where(Languages.Contains)];
        if (Role == Roles.Translator && Languages.Count == 0)
            state.AddModelError("Rights.Languages", ui["Desk.Account.NeedsLanguage"]);
        return state.IsValid;
    }
}
