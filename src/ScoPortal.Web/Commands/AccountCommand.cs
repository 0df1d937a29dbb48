using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Data;
using ScoPortal.Data.Accounts;

namespace ScoPortal.Web.Commands;

/// <summary><c>account create|reset|list</c>: the people of the newsroom, from the shell. No password is ever shown or taken.</summary>
internal static class AccountCommand
{
    private const string By = "command line";
    private const int Failed = 1;

    public static Command Command(string[] settings)
    {
        var email = new Argument<string>("EMAIL") { Description = "The address that the account signs in with." };
        var name = new Option<string>("--name") { Description = "The name that others see; the address when left out." };
        var role = new Option<string>("--role") { Description = "Admin, Editor or Translator; needed for all but the first account, which is an Admin." };
        role.AcceptOnlyFromAmong([.. Roles.All]);
        var languages = new Option<string>("--languages") { Description = "What a translator may write, such as de,ru.", DefaultValueFactory = _ => "" };

        var create = new Command("create", "Make an account and print a link to choose its password with.") { email, name, role, languages };
        create.SetAction((parsed, cancel) => RunAsync(settings, (db, portal, now) => CreateAsync(
            db, portal, now, parsed.GetValue(email)!.Trim(), parsed.GetValue(name), parsed.GetValue(role), parsed.GetValue(languages)!, cancel), cancel));
        var reset = new Command("reset", "Print a link to choose a new password with; the old one goes on until then.") { email };
        reset.SetAction((parsed, cancel) => RunAsync(settings, (db, portal, now) => ResetAsync(db, portal, now, parsed.GetValue(email)!, cancel), cancel));
        var list = new Command("list", "List the accounts, one a line: address, name, role, languages, state.");
        list.SetAction((_, cancel) => RunAsync(settings, (db, _, _) => ListAsync(db, cancel), cancel));
        return new Command("account", "The accounts of the newsroom.") { create, reset, list };
    }

    private static Task<int> RunAsync(string[] settings, Func<PortalDb, PortalOptions, DateTimeOffset, Task<int>> work, CancellationToken cancel) =>
        Host.RunAsync(settings, async services =>
        {
            await using var scope = services.CreateAsyncScope();
            return await work(
                scope.ServiceProvider.GetRequiredService<PortalDb>(), services.GetRequiredService<PortalOptions>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        }, cancel);

    private static async Task<int> CreateAsync(
        PortalDb db, PortalOptions portal, DateTimeOffset now, string email, string? name, string? role, string languages, CancellationToken cancel)
    {
        if (role is null && !await db.Users.AnyAsync(cancel))
            role = Roles.Admin;
        var codes = languages.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var fault = !new EmailAddressAttribute().IsValid(email) || email.Length > 256 ? $"'{email}' is not an e-mail address."
            : name is { Length: > 100 } ? "A name has at most 100 characters."
            : role is null ? $"--role is needed: {string.Join(", ", Roles.All)}."
            : Array.Find(codes, c => portal.Languages.Find(c) is null) is { } unknown ? $"The portal has no language '{unknown}'; it has {string.Join(", ", portal.Languages.Codes)}."
            : role == Roles.Translator && codes.Length == 0 ? "A translator needs --languages."
            : await db.AccountByEmailAsync(email, cancel) is not null ? $"There is an account for {email} already."
            : null;
        if (fault is not null)
            return await RefuseAsync(fault);

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var account = await db.AddAccountAsync(
            email, string.IsNullOrWhiteSpace(name) ? email[..Math.Min(email.Length, 100)] : name.Trim(), role!, string.Join(',', codes.Distinct()), portal.Languages.Default.Code, now, cancel);
        await OfferAsync(db, portal, now, account, "account.create", cancel);
        await transaction.CommitAsync(cancel);
        return 0;
    }

    private static async Task<int> ResetAsync(PortalDb db, PortalOptions portal, DateTimeOffset now, string email, CancellationToken cancel)
    {
        if (await db.AccountByEmailAsync(email, cancel) is not { } account)
            return await RefuseAsync($"There is no account for {email}.");
        if (account.DisabledAt is not null)
            return await RefuseAsync($"The account of {email} is disabled.");
        await db.CloseLinksAsync(account.Id, now, cancel);
        await OfferAsync(db, portal, now, account, "account.reset", cancel);
        return 0;
    }

    private static async Task OfferAsync(PortalDb db, PortalOptions portal, DateTimeOffset now, Account account, string action, CancellationToken cancel)
    {
        var secret = db.AddLink(AccessKind.Reset, By, now, account.Id);
        db.Audit.Add(new AuditEntry(now, By, action, FormattableString.Invariant($"account/{account.Id}")));
        await db.SaveChangesAsync(cancel);
        await Console.Error.WriteLineAsync($"Good once, until {(now + AccountQueries.LinkTime).ToIsoMinute()}; there {account.DisplayName} chooses a password:");
        await Console.Out.WriteLineAsync((portal.PublicUrl ?? "http://localhost:5080") + DeskLinks.Reset(secret));
    }

    private static async Task<int> ListAsync(PortalDb db, CancellationToken cancel)
    {
        foreach (var line in await db.AccountLinesAsync(cancel))
            await Console.Out.WriteLineAsync(string.Join('\t', line.Email, line.Name, line.Role, line.Languages, line.DisabledAt is null ? "active" : "disabled"));
        return 0;
    }

    private static async Task<int> RefuseAsync(string fault)
    {
        await Console.Error.WriteLineAsync(fault);
        return Failed;
    }
}
