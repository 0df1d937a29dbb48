using System.Globalization;
using ScoPortal.Web.Commands;

// What a page or a file writes never depends on the machine it runs on: every language is said explicitly.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
return await PortalCommand.RunAsync(args);
