using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data;

namespace ScoPortal.Web.Checkup;

/// <summary>Looks at the machine: its settings, its disk, its clock, who may read its files.</summary>
internal sealed class NodeChecks(PortalOptions options, IConfiguration configuration, TimeProvider time)
{
    private const long Megabyte = 1024 * 1024;
    private const long Enough = 1024 * Megabyte;
    private const long TooLittle = 100 * Megabyte;
    private static readonly TimeSpan Tolerable = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Wrong = TimeSpan.FromMinutes(1);
    // Nobody schedules that far ahead.
    private static readonly TimeSpan FarAhead = TimeSpan.FromDays(366);
    private const int MostNamed = 20;

    public Finding Addresses()
    {
        const string Check = "addresses";
        const string Advice = "Set Portal:PublicUrl to what visitors see, such as https://news.example.org.";
        var hosts = configuration["AllowedHosts"];
        return options.PublicUrl switch
        {
            null when string.IsNullOrWhiteSpace(hosts) || hosts == "*" => Finding.Warn(
                Check, "neither Portal:PublicUrl nor AllowedHosts is set: links begin with whatever host a request names", Advice),
            null => Finding.Warn(Check, $"Portal:PublicUrl is not set; hosts: {hosts}", Advice),
            var url when url.StartsWith("http:", StringComparison.OrdinalIgnoreCase) && !new Uri(url).IsLoopback => Finding.Warn(
                Check, $"{url} is without TLS: passwords can be read on their way", "Put a proxy with TLS in front: docs/how-to/run-on-a-server.md."),
            var url when hosts == "*" => Finding.Warn(Check, $"{url}; AllowedHosts is *, any host is answered", "Remove AllowedHosts: then it is the host of Portal:PublicUrl."),
            var url => Finding.Good(Check, url),
        };
    }

    public Finding Disk()
    {
        const string Check = "disk";
        var folders = new[] { options.DataFolder, options.MediaFolder }.Select(Existing).Distinct().ToList();
        var (folder, free) = folders.Select(f => (f, new DriveInfo(f).AvailableFreeSpace)).MinBy(f => f.AvailableFreeSpace);
        var database = new FileInfo(Path.Combine(options.DataFolder, "portal.db"));
        // A backup and a change of the schema each copy it.
        var wanted = Math.Max(Enough, database.Exists ? 2 * database.Length : 0);
        var said = string.Create(CultureInfo.InvariantCulture, $"{free / Megabyte} MB free at {folder}");
        return free < TooLittle ? Finding.Fail(Check, said, "Make room: soon nothing can be saved any more.")
            : free < wanted ? Finding.Warn(Check, said, string.Create(CultureInfo.InvariantCulture, $"Make room: {wanted / Megabyte} MB let a backup and an upgrade through."))
            : Finding.Good(Check, said);
    }

    /// <summary>Against the database's server; against what files and the audit say was the time already.</summary>
    public async Task<Finding> ClockAsync(PortalDb? db, CancellationToken cancel)
    {
        const string Check = "clock";
        const string Advice = "Set the clock by NTP (timedatectl): publication times, sessions and leases are compared with it. "
            + "If it is right now, do what is left to do: docs/how-to/run-on-a-server.md#when-the-clock-was-wrong.";
        var begun = time.GetUtcNow();
        if (db is not null && await db.ServerTimeAsync(cancel) is { } server)
        {
            var now = time.GetUtcNow();
            var off = server - (begun + ((now - begun) / 2));
            if (off.Duration() > Tolerable)
                return new Finding(
                    Check, off.Duration() > Wrong ? Verdict.Failure : Verdict.Warning,
                    string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():u}, {off.Duration().TotalSeconds:0} s {(off > TimeSpan.Zero ? "behind" : "ahead of")} the database's server"), Advice);
        }

        var today = time.GetUtcNow();
        var ahead = await AheadAsync(db, today, cancel);
        return ahead.Count > 0
            ? Finding.Warn(Check, string.Create(CultureInfo.InvariantCulture, $"{today:u}, but something was written later: the clock was ahead, or has jumped back"), Advice, ahead)
            : Finding.Good(Check, string.Create(CultureInfo.InvariantCulture, $"{today:u}"));
    }

    // What a clock that was ahead has left. Of the audit the last line only: it is right again with the next.
    private async Task<List<string>> AheadAsync(PortalDb? db, DateTimeOffset today, CancellationToken cancel)
    {
        List<string> ahead = [];
        if (Directory.Exists(options.DataFolder))
            ahead.AddRange(new DirectoryInfo(options.DataFolder).EnumerateFiles().Where(f => f.LastWriteTimeUtc - today.UtcDateTime > Wrong)
                .Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name} was written at {f.LastWriteTimeUtc:u}")).Order(StringComparer.Ordinal));
        if (db is null)
            return ahead;
        if (await db.Audit.OrderByDescending(a => a.Id).Select(a => (DateTimeOffset?)a.At).FirstOrDefaultAsync(cancel) is { } noted && noted - today > Wrong)
            ahead.Add(string.Create(CultureInfo.InvariantCulture, $"the last line of the audit is of {noted:u}"));
        var far = today + FarAhead;
        var scheduled = await db.Releases.Where(r => r.State == ReleaseState.Published && r.PublishAt > far).OrderBy(r => r.Id).Take(MostNamed)
            .Select(r => new { r.Id, r.Language, r.PublishAt }).ToListAsync(cancel);
        ahead.AddRange(scheduled.Select(r => string.Create(CultureInfo.InvariantCulture, $"release {r.Id} ({r.Language}) is to be public at {r.PublishAt:u}")));
        return ahead;
    }

    /// <summary>The data folder can be written by whoever runs this, and read by nobody else: it has secrets.</summary>
    public Finding Files()
    {
        const string Check = "files";
        if (!Directory.Exists(options.DataFolder))
            return Finding.Warn(Check, $"there is no {options.DataFolder} yet", "Start the portal, or correct Portal:DataFolder.");
        foreach (var folder in new[] { options.DataFolder, options.MediaFolder }.Where(Directory.Exists))
        {
            var trial = Path.Combine(folder, Path.GetRandomFileName());
            try
            {
                File.Create(trial, 1, FileOptions.DeleteOnClose).Dispose();
            }
            catch (UnauthorizedAccessException)
            {
                return Finding.Fail(Check, $"{Environment.UserName} may not write to {folder}", $"Give it to the user the portal runs as (chown -R scoportal {folder}), and run 'doctor' as that user.");
            }
        }

        const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        var isOpen = !OperatingSystem.IsWindows() && (File.GetUnixFileMode(options.DataFolder) & Others) != UnixFileMode.None;
        return isOpen
            ? Finding.Warn(Check, $"everybody on this machine may look into {options.DataFolder}, which holds secrets", $"chmod 750 {options.DataFolder}")
            : Finding.Good(Check, $"{options.DataFolder} can be written");
    }

    // A folder that the portal has not made yet is to be where its parent is.
    private static string Existing(string folder)
    {
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
            folder = parent;
        return folder;
    }
}
