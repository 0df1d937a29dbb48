namespace ScoPortal.Web.Areas.Admin;

/// <summary>A thing that can be removed, in two steps.</summary>
/// <param name="Text">What the button says.</param>
/// <param name="Warning">What goes with it.</param>
/// <param name="Action">Where the form leads.</param>
public sealed record RemovalView(string Text, string Warning, string Action);
