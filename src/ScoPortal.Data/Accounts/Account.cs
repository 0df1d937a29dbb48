using Microsoft.AspNetCore.Identity;

namespace ScoPortal.Data.Accounts;

/// <summary>A person who works in the newsroom.</summary>
public class Account : IdentityUser<int>
{
    /// <summary>The name that others see beside revisions and in the history.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>BCP 47: the language of the admin area for this person.</summary>
    public string UiLanguage { get; set; } = "en";

    /// <summary>The languages a translator may write, separated by comma: "de,ru". Editors write them all.</summary>
    public string Languages { get; set; } = "";

    /// <summary>When the account was made, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>
/// What a person is typing in the editor: kept apart from the release until it is saved, so that a crash, an expired
/// session or a conflict loses nothing.
/// </summary>
public class WorkingCopy
{
    /// <summary>Key of the release.</summary>
    public int ReleaseId { get; init; }

    /// <summary>Key of the account.</summary>
    public int AccountId { get; init; }

    /// <summary>Number of the revision that the person started from.</summary>
    public int BasedOn { get; set; }

    /// <summary>The fields as typed, as JSON.</summary>
    public string Content { get; set; } = "";

    /// <summary>When it was last kept, in UTC.</summary>
    public DateTimeOffset SavedAt { get; set; }
}

/// <summary>A key of ASP.NET Core Data Protection, kept in the database so that all nodes share it.</summary>
public class DataProtectionKey
{
    /// <summary>Database key.</summary>
    public int Id { get; private set; }

    /// <summary>The framework's name for it.</summary>
    public string? FriendlyName { get; init; }

    /// <summary>The key as the framework writes it.</summary>
    public required string Xml { get; init; }
}
