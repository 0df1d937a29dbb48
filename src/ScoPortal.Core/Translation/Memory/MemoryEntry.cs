namespace ScoPortal.Core.Translation.Memory;

/// <summary>A sentence and its translation.</summary>
/// <param name="Id">Database key; unique in an index.</param>
/// <param name="Source">Sentence of the language that is asked in, inline Markdown.</param>
/// <param name="Target">The same in the other language.</param>
/// <param name="Origin">Where it comes from, for display.</param>
public sealed record MemoryEntry(int Id, string Source, string Target, string Origin);

/// <summary>An entry that is like the sentence asked about.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Percent">1 to 100; 100 only where nothing but white space differs.</param>
public sealed record MemoryMatch(MemoryEntry Entry, int Percent);
