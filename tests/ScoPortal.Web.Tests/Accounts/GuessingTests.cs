using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ScoPortal.Core.Accounts;
using ScoPortal.Data.Accounts;
using ScoPortal.Data.Providers;
using ScoPortal.Web.Areas.Admin.Accounts;
using Xunit;

namespace ScoPortal.Web.Tests.Accounts;

/// <summary>Strangers who try passwords: they do not get in, do not lock others out, and do not learn who has an account.</summary>
public class GuessingTests
{
    private const string Email = "vera@example.org";

    [Fact]
    public async Task A_stranger_who_guesses_does_not_lock_the_owner_out_of_a_browser_that_is_known()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        await portal.HireAsync(Email, Roles.Editor);
        using var home = portal.Visit();
        await home.SignInAsync(Email);
        await home.SubmitAsync(DeskLinks.Home, form: $"form[action='{DeskLinks.SignOut}']");

        await GuessAsync(portal, 6);

        using var elsewhere = portal.Visit();
        await elsewhere.SignInAsync(Email);
        Assert.False(await elsewhere.IsInAsync());
        await home.SignInAsync(Email);
        Assert.True(await home.IsInAsync());
        // Nor does it keep them from what takes the password again.
        await home.SubmitAsync(DeskLinks.ProfilePassword, new { Current = Staff.Password, Password = "eleven loud lighthouses", Repeat = "eleven loud lighthouses" });
        Assert.True(await home.IsInAsync());
    }

    [Fact]
    public async Task Nobody_guesses_on_in_a_browser_that_is_known_either_and_it_is_known_for_its_own_account_alone()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        await portal.HireAsync(Email, Roles.Editor);
        await portal.HireAsync("wei@example.org", Roles.Editor);
        using var home = portal.Visit();
        await home.SignInAsync(Email);
        await home.SubmitAsync(DeskLinks.Home, form: $"form[action='{DeskLinks.SignOut}']");
        for (var i = 0; i < 10; i++)
            await home.SignInAsync(Email, "a guess and no more");

        await home.SignInAsync(Email);
        Assert.False(await home.IsInAsync());

        await GuessAsync(portal, 5, "wei@example.org");
        await home.SignInAsync("wei@example.org");
        Assert.False(await home.IsInAsync());

        portal.Clock.Now += SignInTries.Time;
        await home.SignInAsync(Email);
        Assert.True(await home.IsInAsync());
    }

    [Fact]
    public async Task A_new_password_by_link_opens_an_account_that_strangers_have_locked()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        using var admin = await portal.AsAsync(Roles.Admin);
        var id = await portal.HireAsync(Email, Roles.Editor);
        await GuessAsync(portal, 5);
        var link = (await admin.SubmitAsync(DeskLinks.Account(id), form: $"form[action='{DeskLinks.AccountReset(id)}']")).OneTimeLink();
        using var vera = portal.Visit();
        await vera.SubmitAsync(link, new { Password = "eleven loud lighthouses", Repeat = "eleven loud lighthouses" });

        await GuessAsync(portal, 5);
        await vera.SignInAsync(Email, "eleven loud lighthouses");

        Assert.True(await vera.IsInAsync());
    }

    [Fact]
    public async Task A_try_costs_the_same_whether_there_is_such_an_account_or_not()
    {
        var (asked, hashed) = (new ConcurrentQueue<string>(), new ConcurrentQueue<int>());
        await using var portal = await OwnPortal.OpenAsync(sample: false, services: services =>
        {
            services.ConfigureDbContext<SqlitePortalDb>(o => o.AddInterceptors(new Ear(asked)));
            services.AddSingleton<IPasswordHasher<Account>>(new CountedHasher(hashed));
        });
        await portal.HireAsync(Email, Roles.Editor);
        var disabled = await portal.HireAsync("left@example.org", Roles.Editor);
        await portal.QueryAsync(db => db.Users.Where(u => u.Id == disabled).ExecuteUpdateAsync(u => u.SetProperty(x => x.DisabledAt, portal.Clock.Now)));
        await portal.HireAsync("locked@example.org", Roles.Editor);
        await GuessAsync(portal, 5, "locked@example.org");
        // The first makes what the others are compared with.
        await GuessAsync(portal, 1, "first@example.org");

        var costs = new Dictionary<string, string>();
        foreach (var email in new[] { Email, "nobody@example.org", "left@example.org", "locked@example.org", "nobody@example.org" })
        {
            using var stranger = portal.Visit();
            asked.Clear();
            hashed.Clear();
            using (await stranger.PostAsync(DeskLinks.SignIn(), new { Email = email, Password = "a guess and no more" }, from: DeskLinks.SignIn())) { }
            costs[email] = $"{hashed.Count} hashes, {string.Join('\n', asked)}";
        }

        Assert.True(costs.Values.Distinct().Count() == 1, string.Join("\n\n", costs.Select(c => $"{c.Key}: {c.Value}")));
        Assert.StartsWith("1 hashes", costs[Email], StringComparison.Ordinal);
        Assert.DoesNotContain("UPDATE", costs[Email], StringComparison.Ordinal);
        Assert.DoesNotContain("INSERT", costs[Email], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guesses_that_come_all_at_once_are_no_more_than_those_one_after_another()
    {
        var hasher = new MeanwhileHasher();
        await using var portal = await OwnPortal.OpenAsync(sample: false, services: services => services.AddSingleton<IPasswordHasher<Account>>(hasher));
        var id = await portal.HireAsync(Email, Roles.Editor);
        var tries = portal.Services.GetRequiredService<SignInTries>();
        var others = 0;
        // While the first is being looked at.
        hasher.Meanwhile = () => Parallel.For(0, 100, _ => Interlocked.Add(ref others, tries.Take(FormattableString.Invariant($"account/{id}")) is null ? 0 : 1));

        await GuessAsync(portal, 1, Email);

        Assert.Equal(SignInTries.Most - 1, others);
    }

    [Fact]
    public async Task Codes_that_come_all_at_once_are_no_more_than_those_one_after_another()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var id = await portal.HireAsync(Email, Roles.Editor);
        var tries = portal.Services.GetRequiredService<SignInTries>();
        using var vera = portal.Visit();
        await vera.SignInAsync(Email);
        await vera.SubmitAsync(DeskLinks.ProfileSecondStep);
        using (await vera.PostAsync(DeskLinks.ProfileSecondStep, new { Digits = await portal.CodeAsync(id) })) { }
        portal.Clock.Now += TimeSpan.FromMinutes(1);
        using var thief = portal.Visit();
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)(await thief.SignInAsync(Email)).QuerySelector("main form[method=post]")!;

        // Five are being looked at, none of them counted in the account's row yet.
        for (var i = 0; i < SignInTries.Most; i++)
            Assert.NotNull(tries.Take($"code/{id}"));
        using (await thief.Http.PostAsync(DeskLinks.SignInCode, DeskClient.Filled(form, new { Code = await portal.CodeAsync(id) }))) { }
        Assert.False(await thief.IsInAsync());

        portal.Clock.Now += SignInTries.Time;
        using var later = portal.Visit();
        form = (AngleSharp.Html.Dom.IHtmlFormElement)(await later.SignInAsync(Email)).QuerySelector("main form[method=post]")!;
        using (await later.Http.PostAsync(DeskLinks.SignInCode, DeskClient.Filled(form, new { Code = await portal.CodeAsync(id) }))) { }
        Assert.True(await later.IsInAsync());
    }

    private static async Task GuessAsync(OwnPortal portal, int times, string email = Email)
    {
        using var stranger = portal.Visit();
        for (var i = 0; i < times; i++)
            await stranger.SignInAsync(email, "a guess and no more");
    }

    // Lets nobody's password be compared before all have come so far: of those that are to be refused, a decoy is compared.
    private sealed class MeanwhileHasher : PasswordHasher<Account>
    {
        public Action? Meanwhile { get; set; }

        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Meanwhile?.Invoke();
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }

    private sealed class CountedHasher(ConcurrentQueue<int> calls) : PasswordHasher<Account>
    {
        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            calls.Enqueue(providedPassword.Length);
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }

    // What the portal asks beside requests has no request.
    private sealed class Ear(ConcurrentQueue<string> asked) : DbCommandInterceptor
    {
        private readonly HttpContextAccessor requests = new();

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Note(command);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Note(command);
            return ValueTask.FromResult(result);
        }

        private void Note(DbCommand command)
        {
            if (requests.HttpContext is not null)
                asked.Enqueue(command.CommandText);
        }
    }
}
