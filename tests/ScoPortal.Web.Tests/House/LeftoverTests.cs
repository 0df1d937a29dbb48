using System.Runtime.CompilerServices;
using Xunit;

namespace ScoPortal.Web.Tests.House;

public class LeftoverTests
{
    [Fact]
    public async Task Of_a_portal_that_is_over_nothing_stays_in_memory()
    {
        // What is made once for all may hold on to the first.
        await BeginAndEndAsync();
        var portals = new List<WeakReference>();
        for (var i = 0; i < 3; i++)
            portals.Add(await BeginAndEndAsync());

        for (var attempt = 0; attempt < 100 && portals.Any(p => p.IsAlive); attempt++)
        {
            await Task.Delay(100);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.DoesNotContain(portals, p => p.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> BeginAndEndAsync()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        (await portal.Client.GetAsync("/en/")).Dispose();
        return new WeakReference(portal.Services);
    }
}
