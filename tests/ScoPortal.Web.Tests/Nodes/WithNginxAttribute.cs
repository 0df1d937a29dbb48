using Xunit;

namespace ScoPortal.Web.Tests.Nodes;

/// <summary>Runs with the nginx of the machine, and says so where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WithNginxAttribute : FactAttribute
{
    public WithNginxAttribute()
    {
        if (Nginx.Executable is null)
            Skip = "nginx is not installed";
    }
}
