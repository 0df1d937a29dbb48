using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Media;
using ScoPortal.Data.Queries;
using ScoPortal.Web.Media;

namespace ScoPortal.Web.Areas.Admin.Pages.Media;

/// <summary>One picture: what it shows, whose it is, where the eye should rest, and where it is used.</summary>
public sealed class ItemModel : DeskPage
{
    private MediaItem item = null!;

    /// <summary>What is said of it, in each language that this person writes.</summary>
    [BindProperty]
    public List<Text> Texts { get; set; } = [];

    [BindProperty]
    [StringLength(300)]
    public string? Credit { get; set; }

    /// <summary>In hundredths of the width, from the left.</summary>
    [BindProperty]
    [Range(0, 100)]
    public int FocalX { get; set; } = 50;

    /// <summary>In hundredths of the height, from the top.</summary>
    [BindProperty]
    [Range(0, 100)]
    public int FocalY { get; set; } = 50;

    /// <summary>Stands for what the form was filled with.</summary>
    [BindProperty]
    public string? Stand { get; set; }

    public Picture Picture => Picture.Of(item, Lang, Portal.Languages.Codes);
    public MediaItem Item => item;

    /// <summary>This person may say whose it is, where to cut it, and delete it.</summary>
    public bool MayManage { get; private set; }

    public IReadOnlyList<PictureUse> Uses { get; private set; } = [];

    /// <summary>It is used, if only in what somebody is typing.</summary>
    public bool IsUsed { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Texts = [.. Portal.Languages.Codes.Where(Me.MayWrite).Select(code => item.Texts.FirstOrDefault(t => t.Language == code) is { } text
            ? new Text { Language = code, Alt = text.Alt, Caption = text.Caption }
            : new Text { Language = code })];
        (Credit, FocalX, FocalY) = (item.Credit, (int)Math.Round(item.FocalX * 100), (int)Math.Round(item.FocalY * 100));
        Stand = PictureState.Of(item).Stand();
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (Texts.Exists(t => !Portal.Languages.Codes.Contains(t.Language) || !Me.MayWrite(t.Language)))
            return Forbid();
        var before = PictureState.Of(item);
        if (Stand != before.Stand())
        {
            ModelState.AddModelError("", Ui["Desk.Picture.Changed"]);
            ModelState.SetModelValue(nameof(Stand), before.Stand(), before.Stand());
            return await ShowAsync();
        }

        foreach (var text in Texts)
            item.Describe(text.Language, Given(text.Alt), Given(text.Caption));
        if (MayManage)
            (item.Credit, item.FocalX, item.FocalY) = (Given(Credit), FocalX / 100d, FocalY / 100d);
        var after = PictureState.Of(item);
        // What readers have beside the picture is for those to change who may publish; a language of which they have nothing yet is not.
        if (!Me.MayPublish && after.DiffersIn(await Db.PublicLanguagesAsync(item, Now, Gone), before))
            throw new RuleException("Rule.PublicText");
        Audit("media.describe", $"media/{id}", before, after);
        await Db.SaveChangesAsync(Gone);
        return Done(Ui["Desk.Picture.Saved"], DeskLinks.MediaItem(id));
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        if (item is null && !await FindAsync(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture)))
            return NotFound();
        Title = item!.FileName;
        Uses = await Db.UsesAsync(item.Id, item.Hash, Gone);
        IsUsed = Uses.Count > 0 || await Db.IsUsedAsync(item.Id, item.Hash, Gone);
        return Page();
    }

    private async Task<bool> FindAsync(int id)
    {
        item = (await Db.Media.AsSplitQuery().SingleOrDefaultAsync(m => m.Id == id, Gone))!;
        MayManage = item is not null && await Db.MayManageAsync(Me, id, Gone);
        return item is not null;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>What is said in one language.</summary>
    public sealed class Text
    {
        [StringLength(10)]
        public string Language { get; set; } = "";

        [StringLength(1000)]
        public string? Alt { get; set; }

        [StringLength(2000)]
        public string? Caption { get; set; }
    }
}
