using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace ScoPortal.Web.Tests.Mishaps;

/// <summary>A disk of a few megabytes in memory that can be filled. Only root may make one.</summary>
public sealed class SmallDisk : IDisposable
{
    private const int Megabytes = 48;
    private readonly string filler;

    private SmallDisk(string path) => (Path, filler) = (path, System.IO.Path.Combine(path, "filler"));

    /// <summary>Where it is mounted.</summary>
    public string Path { get; }

    /// <summary>A new one; null where none may be made.</summary>
    public static SmallDisk? Mount()
    {
        var path = Directory.CreateTempSubdirectory("scoportal-disk-").FullName;
        if (Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={Megabytes}m"), "tmpfs", path))
            return new SmallDisk(path);
        Directory.Delete(path);
        return null;
    }

    /// <summary>Takes all the room that is left.</summary>
    public void Fill()
    {
        var block = new byte[4096];
        using var file = new FileStream(filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
                file.Write(block);
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Empty() => File.Delete(filler);

    public void Dispose()
    {
        Run("umount", "--lazy", Path);
        Directory.Delete(Path);
    }

    private static bool Run(string command, params string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, args) { UseShellExecute = false, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

/// <summary>Runs where a disk may be mounted, and says so elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WithSmallDiskAttribute : FactAttribute
{
    private static readonly bool CanMount = Try();

    public WithSmallDiskAttribute()
    {
        if (!CanMount)
            Skip = "only root may mount a disk";
    }

    private static bool Try()
    {
        using var disk = SmallDisk.Mount();
        return disk is not null;
    }
}
