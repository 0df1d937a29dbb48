using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using ScoPortal.Core.Stories;

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

    /// <summary>Since when it may no longer sign in, in UTC; null while it may.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>Since when it is nobody's, in UTC; null while it is somebody's. The row stays, for the history points to it.</summary>
    public DateTimeOffset? DeletedAt { get; set; }
}

/// <summary>
/// What a person is typing in the editor: kept apart from the release until it is saved, so that a crash, an expired
/// session or a conflict loses nothing.
/// </summary>
public class WorkingCopy
{
    // Every script as itself: escaped, a Chinese text would be six times as long.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Key of the release.</summary>
    public int ReleaseId { get; init; }

    /// <summary>Key of the account.</summary>
    public int AccountId { get; init; }

    /// <summary>Number of the revision that the person started from.</summary>
    public int BasedOn { get; private set; }

    /// <summary>The fields as typed, as JSON of a <see cref="ReleaseContent"/>.</summary>
    public string Content { get; private set; } = "";

    /// <summary>When it was last kept, in UTC.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Keeps the fields as they are typed now, over what was kept before.</summary>
    /// <param name="content">The fields.</param>
    /// <param name="basedOn">Number of the revision that the person started from.</param>
    /// <param name="at">The instant, in UTC.</param>
    public void Keep(ReleaseContent content, int basedOn, DateTimeOffset at) =>
        (Content, BasedOn, SavedAt) = (JsonSerializer.Serialize(content, Readable), basedOn, at);

    /// <summary>The fields that were kept last.</summary>
    public ReleaseContent Kept() => JsonSerializer.Deserialize<ReleaseContent>(Content)!;
}
