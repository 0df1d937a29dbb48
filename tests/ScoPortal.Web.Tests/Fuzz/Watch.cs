using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ScoPortal.Web.Tests.Fuzz;

/// <summary>
/// Runs a parser and says what was wrong. Time is that of the processor for the thread alone, and counts only when it is over the limit three
/// times, so that a busy machine fails nothing. Memory is what was allocated in all, of which little is held at once; <c>./dev fuzz</c> has the runtime
/// allow no more than is meant to be held.
/// </summary>
internal sealed class Watch(Parser parser)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1), Patience = TimeSpan.FromMinutes(3);

    private const long MostMemory = 4L * 1024 * 1024 * 1024;

    /// <summary>Time of the processor that all cases took.</summary>
    public TimeSpan Spent { get; private set; }

    /// <summary>What went wrong; null: nothing.</summary>
    public string? Run(byte[] bytes)
    {
        var fastest = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var (time, memory, failure) = Once(bytes);
            Spent += time;
            if (failure is not null)
                return failure;
            if (memory > MostMemory)
                return $"{memory / 1024 / 1024} MB were allocated for {bytes.Length} bytes";
            if (time <= Longest)
                return null;
            fastest = time < fastest ? time : fastest;
        }

        return $"{fastest.TotalSeconds:0.0} s of the processor for {bytes.Length} bytes";
    }

    // On a thread of its own, so that one that never ends can be told; with the stack that a thread of the portal has.
    private (TimeSpan Time, long Memory, string? Failure) Once(byte[] bytes)
    {
        var (time, memory, failure) = (TimeSpan.Zero, 0L, default(string));
        var thread = new Thread(() =>
        {
            var (before, clock) = (GC.GetAllocatedBytesForCurrentThread(), ThreadTime());
            try
            {
                parser.Read(bytes);
            }
            catch (Exception bad)
            {
                failure = bad.ToString();
            }

            (time, memory) = (ThreadTime() - clock, GC.GetAllocatedBytesForCurrentThread() - before);
        }, maxStackSize: 1536 * 1024) { IsBackground = true };
        thread.Start();
        return thread.Join(Patience) ? (time, memory, failure) : (Patience, 0, $"no end after {Patience}");
    }

    private static TimeSpan ThreadTime() => OperatingSystem.IsLinux() && GetTime(ThreadClock, out var time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000d)
        : Stopwatch.GetElapsedTime(0);

    // CLOCK_THREAD_CPUTIME_ID of Linux.
    private const int ThreadClock = 3;

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
