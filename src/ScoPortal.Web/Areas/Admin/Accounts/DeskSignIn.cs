using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ScoPortal.Core.Accounts;
using ScoPortal.Data.Accounts;
using ScoPortal.Web.Settings;

namespace ScoPortal.Web.Areas.Admin.Accounts;

/// <summary>Lets people in: not those who are disabled, and without telling who has an account.</summary>
public sealed class DeskSignIn(
    UserManager<Account> accounts, IHttpContextAccessor requests, IUserClaimsPrincipalFactory<Account> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> logger, IAuthenticationSchemeProvider schemes, IUserConfirmation<Account> confirmation, SignInTries tries, PortalOptions portal)
    : SignInManager<Account>(accounts, requests, claims, options, logger, schemes, confirmation)
{
    private static string? decoy;

    public override async Task<bool> CanSignInAsync(Account user) => user.DisabledAt is null && await base.CanSignInAsync(user);

    /// <summary>As the account says: a second step whose key cannot be read is none that could be left out.</summary>
    public override Task<bool> IsTwoFactorEnabledAsync(Account user) => Task.FromResult(user.TwoFactorEnabled);

    /// <summary>
    /// Tries a password to sign in with. An address that is unknown, locked or disabled fails like a wrong password, and costs the same: one
    /// look for the account, one hash, and nothing written.
    /// </summary>
    public async Task<SignInResult> TryPasswordAsync(Account? account, string password, bool stay)
    {
        var result = await CheckAsync(account, password, account is null ? null : KnownBrowser.Of(Context, account));
        if (!result.Succeeded)
            return result;
        return await NeedsPasskeyAsync(account!) ? SignInResult.NotAllowed : await SignInOrTwoFactorAsync(account!, stay);
    }

    // It must have a second step, and the passkey is the only one: the password alone would open a session that is none.
    private async Task<bool> NeedsPasskeyAsync(Account account) =>
        portal.SecondStep != SecondStepDuty.Optional && !account.TwoFactorEnabled
        && portal.SecondStep.Meets((await UserManager.GetRolesAsync(account)).SingleOrDefault())
        && (await UserManager.GetPasskeysAsync(account)).Count > 0;

    /// <summary>Whoever is signed in gives the password once more; wrong ones are counted in their session alone.</summary>
    public override async Task<SignInResult> CheckPasswordSignInAsync(Account user, string password, bool lockoutOnFailure)
    {
        var place = "session/" + Context.User.FindFirstValue(Desk.SessionClaim);
        var result = await CheckAsync(user, password, place);
        if (result.Succeeded)
            tries.Forget(place);
        return result;
    }

    /// <summary>Somebody has got in, or was given a new password: what strangers tried before does not count against them.</summary>
    public void Forget(Account account)
    {
        tries.Forget(PlaceOf(account));
        if (KnownBrowser.Of(Context, account) is { } browser)
            tries.Forget(browser);
    }

    private async Task<SignInResult> CheckAsync(Account? account, string password, string? place)
    {
        if (account is { PasswordHash: not null } && await CanSignInAsync(account) && Take(account, ref place) is { } taken)
        {
            if (!await UserManager.CheckPasswordAsync(account, password))
                return taken == SignInTries.Most ? SignInResult.LockedOut : SignInResult.Failed;
            tries.GiveBack(place!);
            return SignInResult.Success;
        }

        decoy ??= UserManager.PasswordHasher.HashPassword(new Account(), Secret.New());
        UserManager.PasswordHasher.VerifyHashedPassword(new Account(), decoy, password);
        return SignInResult.Failed;
    }

    // A known browser that has spent its own tries is a stranger.
    private int? Take(Account account, ref string? place)
    {
        if (place is not null)
        {
            var own = tries.Take(place);
            if (own is not null || !place.StartsWith("browser/", StringComparison.Ordinal))
                return own;
        }

        return tries.Take(place = PlaceOf(account));
    }

    private static string PlaceOf(Account account) => FormattableString.Invariant($"account/{account.Id}");

    /// <summary>Whose passkey it is, and what of it is new; null when it proves nothing.</summary>
    /// <param name="credential">What the browser has made of the options, as JSON.</param>
    public async Task<PasskeyAssertionResult<Account>?> ProvePasskeyAsync(string? credential)
    {
        // Without options asked for before, and with anything but a credential, Identity throws.
        try
        {
            return string.IsNullOrEmpty(credential) ? null : await PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>
    /// Goes on in this browser with a new session, after all others have ended. When a password was last given stays what it was: to change
    /// something is no proof of who does.
    /// </summary>
    /// <param name="account">Who goes on.</param>
    /// <param name="proved">They have just shown that they hold a second factor; else it is as it was when they came.</param>
    public async Task BeginAnewAsync(Account account, bool proved = false)
    {
        var current = await Context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var properties = new AuthenticationProperties { IsPersistent = current.Properties?.IsPersistent == true };
        properties.SetParameter(Desk.ConfirmedClaim, Context.User.FindFirstValue(Desk.ConfirmedClaim));
        if (proved || Context.User.HasClaim(Desk.MethodClaim, Desk.SeveralFactors))
            await SignInWithSeveralFactorsAsync(account, properties);
        else
            await SignInAsync(account, properties);
        if (proved && Context.User.Identity is ClaimsIdentity person)
            person.TryRemoveClaim(person.FindFirst(Desk.IncompleteClaim));
    }

    /// <summary>Lets in who has proved more than a password.</summary>
    public async Task SignInWithSeveralFactorsAsync(Account account, AuthenticationProperties properties)
    {
        await SignInWithClaimsAsync(account, properties, [new Claim(Desk.MethodClaim, Desk.SeveralFactors)]);
    }
}

/// <summary>What makes a good password, for Identity.</summary>
internal sealed class PasswordValidator : IPasswordValidator<Account>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Judge(password ?? "", user.DisplayName, user.Email) is var fault && fault == PasswordFault.None
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = $"Desk.Password.{fault}", Description = $"The password is {fault}." }));

    /// <summary>What is wrong with a password for that person.</summary>
    public static PasswordFault Judge(string password, params string?[] person) => PasswordRules.Judge(password, [.. person, "ScoPortal"]);
}

/// <summary>Codes of an authenticator app, each good once.</summary>
internal sealed class Authenticator(TimeProvider clock) : IUserTwoFactorTokenProvider<Account>
{
    private const string Provider = "ScoPortal";
    private const string UsedUpTo = "AuthenticatorUsedUpTo";

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) =>
        !string.IsNullOrEmpty(await manager.GetAuthenticatorKeyAsync(user));

    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) => Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key)
            return false;
        _ = long.TryParse(await manager.GetAuthenticationTokenAsync(user, Provider, UsedUpTo), System.Globalization.CultureInfo.InvariantCulture, out var used);
        return Totp.Match(Totp.FromText(key), token, clock.GetUtcNow(), used) is { } step
            && (await manager.SetAuthenticationTokenAsync(user, Provider, UsedUpTo, step.ToString(System.Globalization.CultureInfo.InvariantCulture))).Succeeded;
    }
}
