using Xunit;

namespace ScoPortal.Web.Tests;

[Collection(OnePortal.Name)]
public class ZonePageTests(PortalFixture portal)
{
    [Fact]
    public async Task Smoke() => Assert.Equal("en", (await portal.ReadAsync("/en/")).DocumentElement.GetAttribute("lang"));
}
