using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data;
using ScoPortal.Data.Providers;
using ScoPortal.Data.Search;

namespace ScoPortal.Web.Checkup;

/// <summary>Looks at the database, and at the index that follows it.</summary>
internal sealed class DatabaseChecks(PortalDb db, PortalOptions options, SearchIndex index, TimeProvider time)
{
    /// <summary>What to do about a damaged file.</summary>
    public const string PutBack = "Stop the portal, keep the file, and put the last backup back: docs/how-to/back-up-and-move.md.";

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);
    private const int Looks = 20;

    /// <summary>It answers, and which engine it is. Nothing that asks the database can be looked at where this fails.</summary>
    public async Task<Finding> AnswersAsync(CancellationToken cancel)
    {
        if (options.Provider == DatabaseProvider.Sqlite && !await db.Database.CanConnectAsync(cancel))
            return Finding.Fail("database", $"there is no file {db.Database.GetDbConnection().DataSource}", "Start the portal once or run 'migrate', or correct ConnectionStrings:Portal or Portal:DataFolder.");
        await db.Database.OpenConnectionAsync(cancel);
        var connection = db.Database.GetDbConnection();
        var said = $"{options.Provider} {connection.ServerVersion}, {connection.DataSource}";
        return PortalDatabase.IsOpenToEavesdroppers(options.Provider, options.ConnectionString)
            ? Finding.Warn("database", said + "; the connection does not make sure whom it speaks to", options.Provider == DatabaseProvider.Postgres
                ? "Add SSL Mode=VerifyFull;Root Certificate=… to ConnectionStrings:Portal." : "Let ConnectionStrings:Portal have Encrypt=True and not TrustServerCertificate.")
            : Finding.Good("database", said);
    }

    public async Task<Finding> MigrationsAsync(CancellationToken cancel)
    {
        var (ours, applied) = (db.Database.GetMigrations().ToList(), (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList());
        var (pending, foreign) = (ours.Except(applied).ToList(), applied.Except(ours).ToList());
        return foreign.Count > 0
                ? Finding.Fail("migrations", $"the database is of a later version: {foreign.Count} migrations are unknown here", "Install that version, or put back the backup from before it: docs/how-to/upgrade.md.", foreign)
            : pending.Count > 0
                ? Finding.Fail("migrations", $"{applied.Count} applied, {pending.Count} pending", "Make a backup, then start the portal or run 'migrate'.", pending)
            : Finding.Good("migrations", $"all {applied.Count} applied, the last is {applied[^1]}");
    }

    public async Task<Finding> IntegrityAsync(CancellationToken cancel) => await db.DamageAsync(cancel) switch
    {
        null => Finding.Good("integrity", "not looked at: the server's own tools tell (pg_amcheck, DBCC CHECKDB)"),
        { Count: 0 } => Finding.Good("integrity", "every page can be read, and no row points to nothing"),
        var damage => Finding.Fail("integrity", "the file is damaged", PutBack, damage),
    };

    public async Task<Finding> IndexAsync(CancellationToken cancel)
    {
        const string Check = "search index";
        const string Rebuild = "Run 'index rebuild', or start the portal, which does it.";
        var (state, newest, releases) = await LookAsync(cancel);
        // A portal that runs is at work on it.
        for (var look = 1; look < Looks && state.Applied < newest; look++)
        {
            await Task.Delay(LookAgain, time, cancel);
            (state, newest, releases) = await LookAsync(cancel);
        }

        return state switch
        {
            { Exists: false } => Finding.Warn(Check, "there is none yet", Rebuild),
            { Damage: { } damage } => Finding.Fail(Check, $"the file is damaged: {damage}", Rebuild),
            { Applied: null } => Finding.Warn(Check, "it is of another version of the portal", Rebuild),
            { Applied: var applied } when applied > newest => Finding.Warn(Check, "it is ahead of the change log: the database is another, or older", Rebuild),
            { Applied: var applied } when applied < newest => Finding.Warn(
                Check, Invariant($"{newest - applied} changes behind"), "If the portal runs, its log tells why it does not follow; else it catches up when it starts."),
            { Releases: var held } when held != releases => Finding.Fail(Check, Invariant($"it holds {held} releases of {releases}"), Rebuild),
            _ => Finding.Good(Check, Invariant($"{state.Releases} releases, up to change {newest}")),
        };
    }

    private async Task<(IndexState State, long Newest, int Releases)> LookAsync(CancellationToken cancel)
    {
        var state = index.Look();
        return (state, await db.NewestChangeAsync(cancel), await db.Releases.CountAsync(cancel));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
