using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ScoPortal.Core;

namespace ScoPortal.Data.Maps;

/// <summary>Longest texts, in UTF-16 units. The engines check them: by type, or by CHECK where they have no such type.</summary>
internal static class Lengths
{
    public const int Language = 12;
    public const int Key = 64;
    public const int Line = 300;
    public const int Address = 2000;
    public const int Paragraph = 4000;
    public const int Text = 2_000_000;
}

/// <summary>Instants are stored as UTC without an offset.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    instant => instant.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

/// <summary>Partial dates are stored as they are written, so that they sort by time.</summary>
internal sealed class PartialDateConverter() : ValueConverter<PartialDate, string>(
    date => date.ToString(),
    stored => stored == None ? default : PartialDate.Parse(stored))
{
    // No date is written so, but a compiled model keeps the value that stands for "not set" in this form.
    private static readonly string None = default(PartialDate).ToString();
}
