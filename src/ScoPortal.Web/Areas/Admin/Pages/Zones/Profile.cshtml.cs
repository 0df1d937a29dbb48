using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Zones;
using ScoPortal.Web.Localization;
using ScoPortal.Web.Media;

namespace ScoPortal.Web.Areas.Admin.Pages.Zones;

/// <summary>A zone's description in one language, beside that in another.</summary>
public sealed class ProfileModel : CataloguePage
{
    [FromRoute(Name = "zone")]
    public string Key { get; set; } = "";

    [FromRoute(Name = "language")]
    public string Code { get; set; } = "";

    /// <summary>The language to read beside.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Beside { get; set; }

    [BindProperty]
    public ProfileForm Form { get; set; } = new();

    /// <summary>Show what the body will look like; save nothing.</summary>
    [BindProperty]
    public bool Preview { get; set; }

    public PortalLanguage Into { get; private set; } = null!;

    /// <summary>It stands in the database.</summary>
    public bool Exists { get; private set; }

    public IReadOnlyList<PortalLanguage> Others { get; private set; } = [];

    public PortalLanguage? Other { get; private set; }

    public IReadOnlyList<Said> OtherFields { get; private set; } = [];

    public HtmlString? Body { get; private set; }

    public bool MayWrite => Me.MayWrite(Code);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } zone)
            return NotFound();
        if (!MayWrite)
            return Forbid();
        var stored = zone.Profiles.FirstOrDefault(p => p.Language == Code)?.Text;
        var text = Form.ToText(Text);
        if (Preview || IsOvertaken(Fields(stored), Fields(text)))
            return await ShowAsync();

        zone.Describe(Code, text);
        Audit("zone.describe", $"zone/{Key}/{Code}", stored, text);
        await SaveAsync();
        return Done(Ui["Desk.Catalogue.Saved"], DeskLinks.ZoneProfile(Key, Code, Beside));
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        Db.ChangeTracker.Clear();
        if (Portal.Languages.Find(Code) is not { } written || await FindAsync() is not { } zone)
            return NotFound();

        Into = written;
        Title = $"{Catalogue.Zone(Key)?.In(Lang).ShortName ?? Key}: {written.Name}";
        var stored = zone.Profiles.FirstOrDefault(p => p.Language == Code)?.Text;
        Exists = stored is not null;
        if (IsFresh)
        {
            Form = ProfileForm.Of(stored);
            See(Fields(stored));
        }

        if (Preview)
            Body = Markdown.ToHtml(Form.Body, Ui["Release.Table"], sections: null, await Db.PicturesAsync([Form.Body], [], Code, Portal, page: null, Gone));
        Others = [.. Languages.Where(l => l.Code != Code && zone.Profiles.Any(p => p.Language == l.Code))];
        Other = Others.FirstOrDefault(l => l.Code == Beside) ?? Others.FirstOrDefault(l => l.Code == Lang) ?? Others.FirstOrDefault();
        if (Other is { } other)
            OtherFields = Fields(zone.Profiles.First(p => p.Language == other.Code).Text);
        return Page();
    }

    private async Task<Zone?> FindAsync() => Portal.Languages.Find(Code) is null ? null
        : await Db.Zones.Include(z => z.Profiles).SingleOrDefaultAsync(z => z.Key == Key, Gone);

    private IReadOnlyList<Said> Fields(ProfileText? text) =>
    [
        new(Ui["Desk.Zones.Name"], text?.Name),
        new(Ui["Desk.Zones.ShortName"], text?.ShortName),
        new(Ui["Desk.Zones.Kicker"], text?.Kicker),
        new(Ui["Desk.Zones.OfficialName"], text?.OfficialName),
        new(Ui["Desk.Zones.Standfirst"], text?.Standfirst),
        new(Ui["Desk.Zones.Body"], Text(text?.Body)),
        new(Ui["Desk.Zones.Place"], text?.Place),
        new(Ui["Desk.Zones.Operator"], text?.Operator),
        new(Ui["Desk.Zones.Contact"], text?.Contact),
    ];
}
