namespace ScoPortal.Web.Settings;

/// <summary>A key of the configuration that the portal knows.</summary>
/// <param name="Key">Such as Portal:Languages.</param>
/// <param name="Usual">What holds where nothing is given, as it would be typed; empty where that is nothing, or depends on other keys.</param>
/// <param name="Allowed">What it can be, as the message about a wrong value says.</param>
public sealed record Setting(string Key, string Usual, string Allowed)
{
    /// <summary>The environment variable that sets it.</summary>
    public string Variable => Key.Replace(":", "__", StringComparison.Ordinal);
}
