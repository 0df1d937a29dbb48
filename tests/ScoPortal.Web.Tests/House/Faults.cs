using Xunit;

namespace ScoPortal.Web.Tests.House;

/// <summary>What a rule of the house finds.</summary>
public static class Faults
{
    private const int Enough = 40;

    /// <summary>Fails with one line for each fault.</summary>
    public static void None(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        Assert.True(all.Count == 0, $"{all.Count} faults\n{string.Join('\n', all.Take(Enough))}");
    }
}
