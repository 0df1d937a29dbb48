namespace ScoPortal.Web.Areas.Admin;

/// <summary>The handle and the buttons by which a thing of an ordered list is moved.</summary>
/// <param name="Id">Its database key.</param>
/// <param name="Name">What a screen reader calls it.</param>
/// <param name="MayMove">The person may; otherwise nothing is shown.</param>
public sealed record MoveView(int Id, string Name, bool MayMove);
