namespace ScoPortal.Core.Accounts;

/// <summary>Who is at work, and what they may do.</summary>
/// <param name="Id">Key of the account.</param>
/// <param name="Name">The name that others see.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="Languages">The languages a translator may write, BCP 47; of no meaning for others.</param>
public sealed record Member(int Id, string Name, string Role, IReadOnlyList<string> Languages)
{
    /// <summary>May manage accounts and read the audit.</summary>
    public bool IsAdmin => Role == Roles.Admin;

    /// <summary>May approve, publish, correct and withdraw, and edit zones, topics, the glossary and pictures of others.</summary>
    public bool MayPublish => Role is Roles.Admin or Roles.Editor;

    /// <summary>May write releases in <paramref name="language"/>.</summary>
    public bool MayWrite(string language) => MayPublish || (Role == Roles.Translator && Languages.Contains(language));
}
