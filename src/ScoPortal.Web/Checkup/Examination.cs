using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Data;
using ScoPortal.Data.Media;
using ScoPortal.Data.Search;
using ScoPortal.Web.LinkChecks;

namespace ScoPortal.Web.Checkup;

/// <summary>Every check in turn. None changes anything, and one that cannot be made is a failure of its own.</summary>
internal static class Examination
{
    // https://www.sqlite.org/rescode.html#corrupt and #notadb
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    /// <param name="services">The portal's own, with Data Protection and the link checker.</param>
    /// <param name="links">How many addresses outside are asked; 0 asks none.</param>
    /// <param name="cancel">Stops it.</param>
    public static async IAsyncEnumerable<Finding> RunAsync(IServiceProvider services, int links, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        T Of<T>()
            where T : notnull => services.GetRequiredService<T>();
        await using var db = await Of<IDbContextFactory<PortalDb>>().CreateDbContextAsync(cancel);
        var (options, time) = (Of<PortalOptions>(), Of<TimeProvider>());
        var database = new DatabaseChecks(db, options, Of<SearchIndex>(), time);
        var content = new ContentChecks(db, options, Of<MediaFiles>(), Of<LinkChecker>(), time);
        var node = new NodeChecks(options, Of<IConfiguration>(), time);

        yield return await TryAsync("addresses", () => Task.FromResult(node.Addresses()), cancel);
        var answers = await TryAsync("database", () => database.AnswersAsync(cancel), cancel);
        yield return answers;
        var hasSchema = false;
        if (answers.Verdict != Verdict.Failure)
        {
            var migrations = await TryAsync("migrations", () => database.MigrationsAsync(cancel), cancel);
            yield return migrations;
            hasSchema = migrations.Verdict == Verdict.Ok;
            yield return await TryAsync("integrity", () => database.IntegrityAsync(cancel), cancel);
        }

        // The others ask for tables as this version has them.
        if (hasSchema)
        {
            var signIn = new SignInChecks(Of<IKeyManager>(), Of<PortalOptions>(), time);
            yield return await TryAsync("search index", () => database.IndexAsync(cancel), cancel);
            yield return await TryAsync("versions", () => content.VersionsAsync(cancel), cancel);
            yield return await TryAsync("links", () => content.LinksAsync(links, cancel), cancel);
            yield return await TryAsync("pictures", () => content.PicturesAsync(cancel), cancel);
            yield return await TryAsync("sign-in", () => signIn.AdministratorsAsync(db, cancel), cancel);
            yield return await TryAsync("keys", () => Task.FromResult(signIn.Keys()), cancel);
        }

        yield return await TryAsync("disk", () => Task.FromResult(node.Disk()), cancel);
        yield return await TryAsync("clock", () => node.ClockAsync(hasSchema ? db : null, cancel), cancel);
        yield return await TryAsync("files", () => Task.FromResult(node.Files()), cancel);
    }

    private static async Task<Finding> TryAsync(string check, Func<Task<Finding>> look, CancellationToken cancel)
    {
        try
        {
            return await look();
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            return Finding.Fail(check, failure.Message.ReplaceLineEndings(" ").TrimEnd('.', ' '), failure switch
            {
                SqliteException { SqliteErrorCode: Corrupt or NotADatabase } => DatabaseChecks.PutBack,
                _ when check == "database" => "See that the server runs, and that ConnectionStrings:Portal names it.",
                _ => "Mend what is said, then look again.",
            });
        }
    }
}
