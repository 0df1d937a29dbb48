using ScoPortal.Core.Stories;

namespace ScoPortal.Web.Areas.Admin.Pages.Releases;

/// <summary>The steps of a release's way by their names in forms.</summary>
internal static class ReleaseSteps
{
    /// <summary>Takes a step: submit, approve, return or publish as soon as possible.</summary>
    /// <exception cref="Core.RuleException">It is not possible now.</exception>
    public static void Take(this Release release, string step, DateTimeOffset now)
    {
        switch (step)
        {
            case "submit":
                release.Submit(now);
                break;
            case "approve":
                release.Approve(now);
                break;
            case "return":
                release.Return(now);
                break;
            case "publish":
                release.Publish(null, now);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step), step, message: null);
        }
    }
}
