using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using ScoPortal.Data;
using ScoPortal.Data.Accounts;

namespace ScoPortal.Web.Hosting;

/// <summary>
/// Notes in the audit what somebody was refused, and what left the portal as a file. The same again within an hour is counted, not noted
/// again, and an hour has a limited number of notes, of each kind and from each place: whoever attacks fills no database, waits for no
/// write, and leaves room for what others are refused meanwhile.
/// </summary>
public sealed partial class SecurityLog(IDbContextFactory<PortalDb> databases, TimeProvider clock, ILogger<SecurityLog> log) : BackgroundService
{
    /// <summary>So many different ones of one kind an hour, on each node, of accounts and as many of strangers; further ones are counted together.</summary>
    public const int Most = 200;

    /// <summary>So many of them of one account, or from one network where it is nobody's; further ones are counted together.</summary>
    public const int MostOfOne = 20;

    private const int LongestSubject = 100;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly Lock door = new();
    private readonly Dictionary<What, Seen> hour = [];
    private readonly Dictionary<(string Action, string Place), int> noted = [];
    private DateTimeOffset began;

    private sealed record What(string Action, string Subject, int? AccountId, string By, string? Network, string? How);

    private sealed class Seen
    {
        public required DateTimeOffset First { get; set; }

        public DateTimeOffset Last { get; set; }

        public int Times { get; set; }

        public bool IsNoted { get; set; }
    }

    /// <summary>Notes an event.</summary>
    /// <param name="action">A noun and a verb: "access.refuse".</param>
    /// <param name="subject">What it was done to: "account/7", or an address of the portal.</param>
    /// <param name="client">Where it came from.</param>
    /// <param name="accountId">Whose account it concerns; null when nobody's.</param>
    /// <param name="by">Who did it; "?" who is not signed in.</param>
    /// <param name="how">More about it, one of few words.</param>
    public void Note(string action, string subject, IPAddress? client, int? accountId = null, string by = "?", string? how = null)
    {
        var (now, what) = (clock.GetUtcNow(), new What(action, subject.Length > LongestSubject ? subject[..LongestSubject] : subject, accountId, by, ClientNetwork.Of(client), how));
        lock (door)
        {
            if (hour.Count == 0)
                began = now;
            what = Within(what);
            if (!hour.TryGetValue(what, out var seen))
                hour[what] = seen = new Seen { First = now };
            (seen.Last, seen.Times) = (now, seen.Times + 1);
        }
    }

    /// <summary>Writes what is new at once, and what came again when its hour is over.</summary>
    /// <param name="all">What came again too, whatever the hour.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task WriteAsync(bool all, CancellationToken cancel)
    {
        await writing.WaitAsync(cancel);
        try
        {
            if (Due(all) is not { Count: > 0 } due)
                return;
            try
            {
                await using var db = await databases.CreateDbContextAsync(cancel);
                db.Audit.AddRange(due.Select(d => Entry(d.What, d.Seen)).OrderBy(e => e.At));
                await db.SaveChangesAsync(cancel);
            }
            catch
            {
                PutBack(due);
                throw;
            }
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        writing.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(all: true, cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryAsync(all: false, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal stops, or could not start.
        }
    }

    private async Task TryAsync(bool all, CancellationToken cancel)
    {
        try
        {
            await WriteAsync(all, cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailure(failure);
        }
    }

    // Itself while there is room for it; else what counts it together with its like.
    private What Within(What what)
    {
        if (hour.ContainsKey(what))
            return what;
        var one = (what.Action, what.AccountId is { } id ? FormattableString.Invariant($"account/{id}") : what.Network ?? "");
        var all = (what.Action, what.AccountId is null ? "strangers" : "accounts");
        if (noted.GetValueOrDefault(one) >= MostOfOne)
            return new What("event.more", what.Action, what.AccountId, "?", what.AccountId is null ? what.Network : null, null);
        if (noted.GetValueOrDefault(all) >= Most)
            return new What("event.more", what.Action, null, "?", null, null);
        noted[one] = noted.GetValueOrDefault(one) + 1;
        noted[all] = noted.GetValueOrDefault(all) + 1;
        return what;
    }

    private void PutBack(List<(What What, Seen Seen)> due)
    {
        lock (door)
            foreach (var (what, seen) in due)
            {
                if (!hour.TryGetValue(what, out var since))
                    hour[what] = since = new Seen { First = seen.First, Last = seen.Last };
                (since.First, since.IsNoted, since.Times) = (seen.First, seen.IsNoted, since.Times + seen.Times);
            }
    }

    private List<(What What, Seen Seen)> Due(bool all)
    {
        List<(What, Seen)> due = [];
        lock (door)
        {
            // Either way: where the clock has been put back the hour would last until it is as late again.
            var isOver = (clock.GetUtcNow() - began).Duration() >= Window;
            foreach (var (what, seen) in hour.Where(e => e.Value.Times > 0 && (!e.Value.IsNoted || all || isOver)))
            {
                due.Add((what, new Seen { First = seen.First, Last = seen.Last, Times = seen.Times, IsNoted = seen.IsNoted }));
                (seen.IsNoted, seen.Times) = (true, 0);
            }

            if (isOver)
            {
                hour.Clear();
                noted.Clear();
            }
        }

        return due;
    }

    private static AuditEntry Entry(What what, Seen seen)
    {
        var after = new Dictionary<string, object>();
        if (what.How is not null)
            after["by"] = what.How;
        if (seen.Times > 1)
            (after["times"], after["until"]) = (seen.Times, seen.Last);
        return new AuditEntry(seen.IsNoted ? seen.Last : seen.First, what.By, what.Action, what.Subject)
        {
            AccountId = what.AccountId,
            Address = what.Network,
            After = after.Count == 0 ? null : JsonSerializer.Serialize(after),
        };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Events of security could not be noted in the audit")]
    private partial void LogFailure(Exception failure);
}

/// <summary>Notes events of a request.</summary>
internal static class SecurityLogging
{
    /// <summary>Notes what happened to a request of whoever is signed in, or of nobody.</summary>
    public static void Note(this HttpContext context, string action, string? subject = null, string? how = null)
    {
        var isIn = context.User.Identity?.IsAuthenticated == true;
        context.RequestServices.GetRequiredService<SecurityLog>().Note(
            action, subject ?? PlaceOf(context), context.Connection.RemoteIpAddress,
            isIn ? int.Parse(context.User.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)!.Value, System.Globalization.CultureInfo.InvariantCulture) : null,
            isIn ? context.User.Identity!.Name! : "?", how);
    }

    // The pattern, not the address: there are as many as the portal has pages, however many somebody thinks up, and it holds no secret.
    private static string PlaceOf(HttpContext context) => "/" + ((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.TrimStart('/') ?? "");
}
