using Xunit;

namespace ScoPortal.Browser.Tests;

/// <summary>Tests in this collection share one browser and one portal, and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class InTheBrowser : ICollectionFixture<Browser>, ICollectionFixture<PortalServer>
{
    public const string Name = "In the browser";
}
