using Xunit;

namespace ScoPortal.Browser.Tests;

/// <summary>Tests in this collection share one browser and its portals, and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class InTheBrowser : ICollectionFixture<Browser>, ICollectionFixture<PortalServer>, ICollectionFixture<PortalInMoreLanguages>
{
    public const string Name = "In the browser";
}
