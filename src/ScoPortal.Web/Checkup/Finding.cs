using System.Text.Json.Serialization;

namespace ScoPortal.Web.Checkup;

/// <summary>How bad it is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    /// <summary>As it should be, or not this program's to tell.</summary>
    [JsonStringEnumMemberName("ok")]
    Ok,

    /// <summary>The portal works, but somebody should look after it.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>Readers or the newsroom miss something now.</summary>
    [JsonStringEnumMemberName("failure")]
    Failure,
}

/// <summary>What a check has found.</summary>
/// <param name="Check">What was looked at, in a word or two.</param>
/// <param name="Verdict">How bad it is.</param>
/// <param name="Said">What was found, without a full stop.</param>
/// <param name="Advice">What to do about it; null where nothing is to do.</param>
/// <param name="Items">The things it is about, where they are several.</param>
public sealed record Finding(string Check, Verdict Verdict, string Said, string? Advice = null, IReadOnlyList<string>? Items = null)
{
    public static Finding Good(string check, string said) => new(check, Verdict.Ok, said);

    public static Finding Warn(string check, string said, string advice, IReadOnlyList<string>? items = null) => new(check, Verdict.Warning, said, advice, items);

    public static Finding Fail(string check, string said, string advice, IReadOnlyList<string>? items = null) => new(check, Verdict.Failure, said, advice, items);
}
