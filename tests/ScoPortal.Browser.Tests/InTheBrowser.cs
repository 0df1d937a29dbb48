using Xunit;

namespace ScoPortal.Browser.Tests;

/// <summary>Readers' pages: tests in this collection share one browser and its portals, and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class InTheBrowser : ICollectionFixture<Browser>, ICollectionFixture<PortalServer>, ICollectionFixture<PortalInMoreLanguages>
{
    public const string Name = "In the browser";
}

/// <summary>The desk, in a browser and with a portal of its own, beside the other collection.</summary>
[CollectionDefinition(Name)]
public sealed class AtTheDesk : ICollectionFixture<Browser>, ICollectionFixture<PortalServer>
{
    public const string Name = "At the desk";
}
