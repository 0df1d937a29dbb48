namespace ScoPortal.Web.Areas.Admin.Accounts;

/// <summary>
/// The page is open to who has signed in with a password alone and must have a second step: it is one of those that set it up, or the way
/// out. Every other page of the desk takes such a session for none (<see cref="SessionHandler"/>).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class BeforeSecondStepAttribute : Attribute;
