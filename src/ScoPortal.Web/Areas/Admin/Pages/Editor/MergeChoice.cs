using ScoPortal.Web.Text;

namespace ScoPortal.Web.Areas.Admin.Pages.Editor;

/// <summary>A stretch of the proposal as it comes back from the page.</summary>
public sealed class MergeChoice
{
    /// <summary>Takes one of these for what stands in the result.</summary>
    public enum Take
    {
        Own,
        Mine,
        Theirs,
        Both,
    }

    public string? Field { get; set; }

    public string? Mine { get; set; }

    public string? Theirs { get; set; }

    /// <summary>A settled stretch, or what was written in place of both.</summary>
    public string? Text { get; set; }

    public Take Choice { get; set; }

    public string? Chosen => Choice switch
    {
        Take.Mine => Mine,
        Take.Theirs => Theirs,
        Take.Both => Merge.Join([Mine, Theirs]),
        _ => Text,
    };
}
