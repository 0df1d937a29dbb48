using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ScoPortal.Core.Media;
using ScoPortal.Web.Areas.Admin;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Media;

/// <summary>Takes in what people send: read once, as far as it is allowed to be long.</summary>
internal static class Intake
{
    // What one form may carry, in files of the largest size allowed; scripts send one at a time.
    private const int FilesInOneForm = 10;
    private const int RoomForFields = 1_000_000;

    /// <summary>Lets the two pages that take pictures in, and no others, receive as much as pictures are large.</summary>
    public static void AddUploads(this IServiceCollection services, PortalOptions options) =>
        services.Configure<RazorPagesOptions>(pages =>
        {
            foreach (var page in (string[])["/Media/Upload", "/Media/Variants"])
                pages.Conventions.AddAreaPageApplicationModelConvention(Desk.Area, page, model =>
                {
                    var most = options.ImageLimits.MaxBytes * FilesInOneForm + RoomForFields;
                    model.Filters.Add(new RequestSizeLimitAttribute(most));
                    model.Filters.Add(new RequestFormLimitsAttribute { MultipartBodyLengthLimit = most });
                });
        });

    /// <summary>Its name without a folder, in case a browser sends one, and not longer than the database keeps.</summary>
    public static string NameOf(IFormFile file)
    {
        var name = string.Concat(file.FileName.Split('/', '\\')[^1].Where(c => !char.IsControl(c) && !char.IsSurrogate(c))).Trim();
        return name.Length == 0 ? "?" : name.Length <= 200 ? name : name[^200..];
    }

    /// <summary>Reads one file.</summary>
    public static async Task<ImageReading> ReadAsync(IFormFile file, ImageLimits limits, CancellationToken cancel)
    {
        if (file.Length > limits.MaxBytes)
            return ImageFault.TooLarge;
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancel);
        return ImageReader.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), limits);
    }

    /// <summary>Why it is not taken, with its name.</summary>
    public static string Say(this Ui ui, string name, ImageFault fault, ImageLimits limits) =>
        ui.Format("Desk.Media.Refused", name, ui.Format($"Desk.Media.Fault.{fault}", Megas(ui, limits.MaxBytes), Megas(ui, limits.MaxPixels), ui.Number(limits.MaxSide)));

    /// <summary>A number in millions.</summary>
    public static string Megas(Ui ui, long number) => ui.Number(Math.Round(number / 1_000_000m, 1));
}
