using System.Text.RegularExpressions;

namespace ScoPortal.Core.Wire;

/// <summary>
/// A regular expression for text from outside. It is matched by backtracking, which is small and fast but can take time that grows faster than the text;
/// when one match takes longer than a tenth of a second, the runtime's automaton matches it and what follows, with the same result: it takes time linear
/// in the text, but megabytes and the time of thousands of matches to make, and it grows with what it reads. So it goes after some text or minutes.
/// </summary>
public sealed class Pattern
{
    private const RegexOptions Common = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const int MostRead = 1_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100), Kept = TimeSpan.FromMinutes(10);

    private readonly Regex _backtracking;

    private volatile Regex? _automaton;

    private int _left;

    private Pattern(string pattern, RegexOptions options) => _backtracking = new(pattern, options, Patience);

    /// <summary>Whether the automaton matches at present.</summary>
    public bool IsLinear => _automaton is not null;

    /// <summary>A culture-invariant, case-insensitive pattern whose groups are the named ones.</summary>
    public static Pattern New(string pattern) => new(pattern, Common | RegexOptions.IgnoreCase);

    /// <summary>As <see cref="New"/>, but capitals count.</summary>
    public static Pattern Exact(string pattern) => new(pattern, Common);

    /// <inheritdoc cref="Regex.IsMatch(ReadOnlySpan{char})"/>
    public bool IsMatch(ReadOnlySpan<char> text) => Read(text.Length, text, static (regex, text) => regex.IsMatch(text));

    /// <inheritdoc cref="Regex.Match(string, int)"/>
    public Match Match(string text, int start = 0) => Read(text.Length, (text, start), static (regex, at) => regex.Match(at.text, at.start));

    /// <inheritdoc cref="Regex.Matches(string, int)"/>
    public IReadOnlyList<Match> Matches(string text, int start = 0) => Read(text.Length, (text, start), static (regex, at) => regex.Matches(at.text, at.start).ToArray());

    /// <summary>Number of UTF-16 units of the first match; 0: none.</summary>
    public int FirstLength(ReadOnlySpan<char> text) => Read(text.Length, text, static (regex, text) =>
    {
        foreach (var match in regex.EnumerateMatches(text))
            return match.Length;
        return 0;
    });

    /// <inheritdoc cref="Regex.Count(ReadOnlySpan{char})"/>
    public int Count(ReadOnlySpan<char> text) => Read(text.Length, text, static (regex, text) => regex.Count(text));

    /// <inheritdoc cref="Regex.Split(string)"/>
    public string[] Split(string text) => Read(text.Length, text, static (regex, text) => regex.Split(text));

    /// <inheritdoc cref="Regex.Replace(string, string)"/>
    public string Replace(string text, string replacement) => Read(text.Length, (text, replacement), static (regex, at) => regex.Replace(at.text, at.replacement));

    /// <inheritdoc cref="Regex.Replace(string, MatchEvaluator)"/>
    public string Replace(string text, MatchEvaluator evaluator) => Read(text.Length, (text, evaluator), static (regex, at) => regex.Replace(at.text, at.evaluator));

    /// <inheritdoc cref="Regex.ToString"/>
    public override string ToString() => _backtracking.ToString();

    private TResult Read<TText, TResult>(int length, TText text, Func<Regex, TText, TResult> read)
        where TText : allows ref struct
    {
        if (_automaton is { } automaton)
        {
            if (Interlocked.Add(ref _left, -length) < 0)
                _automaton = null;
            return read(automaton, text);
        }

        try
        {
            return read(_backtracking, text);
        }
        catch (RegexMatchTimeoutException)
        {
            automaton = new Regex(_backtracking.ToString(), _backtracking.Options | RegexOptions.NonBacktracking, Regex.InfiniteMatchTimeout);
            _left = MostRead;
            _automaton = automaton;
            _ = Task.Delay(Kept).ContinueWith(_ => _automaton = null, TaskScheduler.Default);
            return read(automaton, text);
        }
    }
}
