using System.ComponentModel.DataAnnotations;
using ScoPortal.Core.Zones;

namespace ScoPortal.Web.Areas.Admin.Pages.Zones;

/// <summary>A zone's description in one language, as it is typed.</summary>
public sealed class ProfileForm
{
    [Required]
    [StringLength(300)]
    public string? Name { get; set; }

    [Required]
    [StringLength(100)]
    public string? ShortName { get; set; }

    [Required]
    [StringLength(100)]
    public string? Kicker { get; set; }

    [StringLength(300)]
    public string? OfficialName { get; set; }

    [StringLength(2000)]
    public string? Standfirst { get; set; }

    [StringLength(200_000)]
    public string? Body { get; set; }

    [StringLength(300)]
    public string? Place { get; set; }

    [StringLength(300)]
    public string? Operator { get; set; }

    [StringLength(1000)]
    public string? Contact { get; set; }

    public static ProfileForm Of(ProfileText? text) => text is null ? new() : new()
    {
        Name = text.Name,
        ShortName = text.ShortName,
        Kicker = text.Kicker,
        OfficialName = text.OfficialName,
        Standfirst = text.Standfirst,
        Body = text.Body,
        Place = text.Place,
        Operator = text.Operator,
        Contact = text.Contact,
    };

    /// <summary>As it is stored.</summary>
    /// <param name="clean">Trims a text and makes nothing of an empty one.</param>
    public ProfileText ToText(Func<string?, string?> clean) => new()
    {
        Name = clean(Name)!,
        ShortName = clean(ShortName)!,
        Kicker = clean(Kicker)!,
        OfficialName = clean(OfficialName),
        Standfirst = clean(Standfirst),
        Body = clean(Body) ?? "",
        Place = clean(Place),
        Operator = clean(Operator),
        Contact = clean(Contact),
    };
}
