namespace ScoPortal.Core.Accounts;

/// <summary>What an account may do; the names are those of the Identity roles.</summary>
public static class Roles
{
    /// <summary>All of them, from the most to the least trusted.</summary>
    public static IReadOnlyList<string> All { get; } = [Admin, Editor, Translator];

    /// <summary>Everything, accounts included.</summary>
    public const string Admin = nameof(Admin);

    /// <summary>Write and publish in every language.</summary>
    public const string Editor = nameof(Editor);

    /// <summary>Write in the assigned languages; never publish.</summary>
    public const string Translator = nameof(Translator);

    /// <summary>Somebody has to administer the portal: its last administrator is neither demoted nor disabled.</summary>
    /// <param name="otherAdmins">How many others may sign in.</param>
    /// <exception cref="RuleException">Nobody else may.</exception>
    public static void KeepAnAdmin(int otherAdmins)
    {
        if (otherAdmins == 0)
            throw new RuleException("Rule.LastAdmin");
    }
}

/// <summary>Who did what when from where, before and after. Only ever added.</summary>
/// <param name="At">The instant, in UTC.</param>
/// <param name="By">Name of the account or of the command that did it.</param>
/// <param name="Action">A verb with its noun: "release.publish".</param>
/// <param name="Subject">What it was done to: "release/7".</param>
public sealed record AuditEntry(DateTimeOffset At, string By, string Action, string Subject)
{
    /// <summary>Database key, rising.</summary>
    public long Id { get; private set; }

    /// <summary>Key of the account; null for a command.</summary>
    public int? AccountId { get; init; }

    /// <summary>The network it came from, "192.0.2.0/24" or "2001:db8:1::/48"; null for a command.</summary>
    public string? Address { get; init; }

    /// <summary>What stood there before, as JSON.</summary>
    public string? Before { get; init; }

    /// <summary>What stands there now, as JSON.</summary>
    public string? After { get; init; }
}
