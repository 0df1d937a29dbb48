namespace ScoPortal.Web.Areas.Admin.Pages.Wire;

/// <summary>Carries an untouched file through the form, in Base64, while its text is being checked.</summary>
public static class WireSource
{
    /// <summary>The largest file that is carried, in bytes: every reading of the fields without scripts sends it again.</summary>
    public const int Longest = 512 * 1024;

    /// <summary>Null where there is no file to carry, or a larger one.</summary>
    public static string? Of(byte[]? file) => file is { Length: > 0 and <= Longest } ? Convert.ToBase64String(file) : null;

    /// <summary>What was carried; null where it is nothing, or nothing that <see cref="Of"/> has made.</summary>
    public static byte[]? Read(string? carried)
    {
        if (string.IsNullOrEmpty(carried))
            return null;
        var file = new byte[Longest];
        return Convert.TryFromBase64String(carried, file, out var length) && length > 0 ? file[..length] : null;
    }
}
