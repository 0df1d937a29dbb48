using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Stories;
using ScoPortal.Data.Queries;
using ScoPortal.Data.Translation;
using ScoPortal.Web.Caching;
using ScoPortal.Web.Media;

namespace ScoPortal.Web.Pages.News;

/// <summary>Two language versions of one story side by side, a sentence of one beside what says the same in the other.</summary>
[Cached("left", "right")]
public sealed class CompareModel : PortalPage
{
    /// <summary>The version on the left: the original, where it is one of the two.</summary>
    public Side Left { get; private set; } = null!;

    /// <summary>The other one.</summary>
    public Side Right { get; private set; } = null!;

    /// <summary>The release the address names.</summary>
    public Side Asked { get; private set; } = null!;

    /// <summary>What stands beside each other; one side is empty where the other has no counterpart.</summary>
    public IReadOnlyList<Comparison.Row> Rows { get; private set; } = [];

    /// <summary>How many groups of sentences stand alone.</summary>
    public int Gaps { get; private set; }

    /// <summary>Every version that can be compared.</summary>
    public IReadOnlyList<Side> Versions { get; private set; } = [];

    /// <summary>The first zone of the story.</summary>
    public ZoneEntry? Zone { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, string slug, string other, string? left, string? right)
    {
        var languages = Portal.Languages.Codes;
        var versions = await Db.Releases.Public(Now)
            .Where(r => r.StoryId == Db.Releases.Public(Now).Where(asked => asked.Id == id).Select(asked => asked.StoryId).FirstOrDefault() && languages.Contains(r.Language))
            .Select(r => new
            {
                r.StoryId,
                Zone = r.Story.Zones.OrderBy(z => z.Order).Select(z => z.Id).FirstOrDefault(),
                Side = new Side(r.Id, r.Language, r.Slug, r.RevisionNumber, r.Content, r.PublishAt!.Value, r.TranslatedFromId == null),
            }).AsNoTracking().ToListAsync(Gone);
        if (versions.Count == 0)
            return NotFound();

        Shown.OnVersions(versions[0].StoryId);
        foreach (var version in versions)
            Shown.OnRelease(version.Side.Id, version.StoryId);
        (Versions, Zone) = (versions.ConvertAll(v => v.Side), Catalogue.Zone(versions[0].Zone));
        if (In(left) is { } chosen && In(right) is { } beside && chosen != beside)
            return Redirect(Links.Compare(Lang, chosen.Id, chosen.Slug, beside.Language));

        if (Versions.FirstOrDefault(v => v.Id == id) is not { } asked)
            return NotFound();
        Asked = asked;
        if (In(other) is not { } partner || partner == Asked)
            return NotFound();
        if (slug != Asked.Slug)
            return RedirectPermanent(Links.Compare(Lang, id, Asked.Slug, other));

        (Left, Right) = partner.IsOriginal && !Asked.IsOriginal ? (partner, Asked) : (Asked, partner);
        var pictures = await Db.PicturesAsync([Left.Content.Body, Right.Content.Body], [], Lang, Portal, Shown, Gone);
        var (one, two) = (Left.Text, Right.Text);
        var comparison = new Comparison(one, two, await Db.BeadsAsync(one, two, Gone), pictures, Ui);
        (Rows, Gaps) = ([.. comparison.Rows()], comparison.Gaps);
        foreach (var language in Portal.Languages.All)
            Head.Versions[language.Code] = Links.Compare(language.Code, id, slug, other);
        Head.Title = Ui.Format("Compare.Title", Asked.Content.Headline);
        (Head.Section, Head.Zone) = (Section.News, Zone?.Key);
        return Page();
    }

    /// <summary>The datelines name different days, as translations often do.</summary>
    public bool DatelinesDiffer =>
        Left.Content.Dateline.Date is { } one && Right.Content.Dateline.Date is { } two && one != two;

    private Side? In(string? language) => Versions.FirstOrDefault(v => v.Language == language);

    /// <summary>One version.</summary>
    public sealed record Side(int Id, string Language, string Slug, int Revision, ReleaseContent Content, DateTimeOffset PublishAt, bool IsOriginal)
    {
        /// <summary>As it is aligned.</summary>
        internal AlignedText Text => new(Id, Language, Revision, Content);
    }
}
