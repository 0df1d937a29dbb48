using ScoPortal.Core.Accounts;

namespace ScoPortal.Web.Settings;

/// <summary>Which accounts must sign in with more than a password: <c>Portal:SecondStep</c>.</summary>
public enum SecondStepDuty
{
    /// <summary>None: whoever wants to.</summary>
    Optional,

    /// <summary>Those who decide who gets in.</summary>
    Administrators,

    /// <summary>All.</summary>
    Everybody,
}

/// <summary>Whom the duty meets.</summary>
public static class SecondStepDuties
{
    /// <summary>An account in that role (one of <see cref="Roles"/>) must.</summary>
    public static bool Meets(this SecondStepDuty duty, string? role) =>
        duty == SecondStepDuty.Everybody || (duty == SecondStepDuty.Administrators && role == Roles.Admin);
}
