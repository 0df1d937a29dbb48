namespace ScoPortal.Web.Areas.Admin.Pages.Editor;

/// <summary>The history as a list, with what can be done with each revision.</summary>
public sealed record HistoryView(EditorPage Page, IReadOnlyList<RevisionRow> Revisions);
