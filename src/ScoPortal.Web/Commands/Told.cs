namespace ScoPortal.Web.Commands;

/// <summary>Says on standard error how far a command is. <see cref="Progress{T}"/> would tell it on other threads, and out of order.</summary>
internal sealed class Told<T>(Func<T, string> line) : IProgress<T>
{
    public void Report(T value) => Console.Error.WriteLine(line(value));
}
