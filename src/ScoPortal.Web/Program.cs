using ScoPortal.Web.Commands;

return await PortalCommand.RunAsync(args);
