using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Wire;
using ScoPortal.Data.Search;
using ScoPortal.Data.Stories;
using ScoPortal.Web.Areas.Admin.Pages.Copies;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Areas.Admin.Pages.Wire;

/// <summary>What became of one file.</summary>
/// <param name="Name">Its name, without folder.</param>
/// <param name="Reason">Why it was refused, as <see cref="FailedImport.Reason"/> has it; null when it was not.</param>
/// <param name="Imported">Its draft, or the release that was made of the same text before.</param>
public sealed record FileOutcome(string Name, string? Reason, Imported? Imported);

/// <summary>A wire text and its fields, in every step from pasting to the draft.</summary>
public abstract class WirePage : DeskPage
{
    /// <summary>The largest form: several files of the largest size.</summary>
    protected const int LargestForm = 256 * 1024 * 1024;

    /// <summary>Urlencoded or not, a text of the largest size arrives whole, so that it can be refused in words.</summary>
    protected const int LargestText = 64 * 1024 * 1024;

    /// <summary>Below it a rule says that it is not sure.</summary>
    private const double Sure = 0.75;

    /// <summary>The text as it came in.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Fingerprint of the text that the fields were read from.</summary>
    [BindProperty]
    public string? ReadAs { get; set; }

    /// <summary>Where the text came from, when it was a file.</summary>
    [BindProperty]
    [StringLength(300)]
    public string? FileName { get; set; }

    /// <summary>What the file said around the text, as <see cref="WireAround"/> carries it.</summary>
    [BindProperty]
    public string? Around { get; set; }

    /// <summary>The untouched file that the text was taken out of, as <see cref="WireSource"/> carries it; empty where it is too large for that.</summary>
    [BindProperty]
    public string? SourceFile { get; set; }

    /// <summary>Media type of the file; empty where the text is the whole of it.</summary>
    [BindProperty]
    [StringLength(100)]
    public string? SourceType { get; set; }

    /// <summary>What becomes of the file: "Kept", "TooLarge", or "Changed" where another text stands here; null where there is none.</summary>
    public string? SourceFate => string.IsNullOrEmpty(SourceType) ? null
        : !WireAround.Belongs(Text ?? "", Around) ? "Changed"
        : string.IsNullOrEmpty(SourceFile) ? "TooLarge" : "Kept";

    /// <summary>Name of the file, unless another text was pasted over that of the file.</summary>
    protected string? Origin => string.IsNullOrEmpty(Around) || WireAround.Belongs(Text ?? "", Around) ? FileName : null;

    /// <summary>The text came in with letters that had been read in a wrong encoding, and has been repaired.</summary>
    public bool IsRepaired { get; private set; }

    /// <summary>Key of the failed import that is tried again.</summary>
    [BindProperty(Name = "failed", SupportsGet = true)]
    public int? FailedId { get; set; }

    /// <summary>The fields.</summary>
    public WireForm Form { get; set; } = new();

    /// <summary>What was recognised; null before.</summary>
    public WireRelease? Recognised { get; private set; }

    /// <summary>The release that was made of the same text before.</summary>
    public int? KnownAs { get; private set; }

    /// <summary>What the portal may have of it already.</summary>
    public IReadOnlyList<WireOffer> Offers { get; private set; } = [];

    /// <summary>Where the draft goes: "own", "version:7", "copy:7", "event:7", with the key of another story.</summary>
    [BindProperty]
    [RegularExpression(WireGoal.Pattern)]
    public string? Goes { get; set; }

    /// <summary>What was taken from where.</summary>
    public IReadOnlyList<WireTaken> Taken { get; private set; } = [];

    /// <summary>What became of the files.</summary>
    public List<FileOutcome> Outcomes { get; } = [];

    /// <summary>How many texts wait that could not be imported.</summary>
    public int FailedCount { get; private set; }

    /// <summary>How many likely copies wait to be decided on.</summary>
    public int CopyCount { get; private set; }

    /// <summary>The languages that this person may write.</summary>
    public IEnumerable<PortalLanguage> Languages => Portal.Languages.All.Where(l => Me.MayWrite(l.Code));

    /// <summary>The rule that found the field is not sure of it.</summary>
    private bool IsUnsure(string field) => Recognised?.Fields.FirstOrDefault(f => f.Name == field) is { Confidence: < Sure };

    /// <summary>"wire" where the text gave the field, for its mark.</summary>
    public string? From(string field) => Recognised?.Fields.Any(f => f.Name == field) == true ? "wire" : null;

    /// <summary>What is to be said of a field: that its rule is not sure, or that its year does not stand in the text.</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="inferred">Code of the warning that the year is inferred.</param>
    public string? Doubt(string field, string? inferred = null) =>
        Recognised?.Warnings.FirstOrDefault(w => w.Code == inferred) is { } warning ? Ui.Warning(warning)
        : IsUnsure(field) ? Ui["Desk.Wire.Unsure"] : null;

    /// <inheritdoc />
    protected override async Task<IActionResult> ShowAsync()
    {
        Title = Ui["Desk.Wire.Title"];
        FailedCount = await Db.FailedImports.CountAsync(Gone);
        CopyCount = await Db.Suggestions.OpenCopies().CountAsync(Gone);
        return Page();
    }

    /// <summary>Reads the text; fields that were read from the same text before stay as they were put right.</summary>
    protected async Task RecogniseAgainAsync()
    {
        var isTheSame = ReadAs is not null && ReadAs == WireText.Fingerprint(Text ?? "");
        if (isTheSame)
        {
            // What is wrong in the fields is said when they are to become a draft.
            await TryUpdateModelAsync(Form, nameof(Form));
            ModelState.Clear();
        }

        await RecogniseAsync(keepForm: isTheSame);
    }

    /// <summary>Reads the text, and its fields into the form; where they were read before, they stay as typed.</summary>
    /// <returns>False where there is nothing to read; it has been said then.</returns>
    protected async Task<bool> RecogniseAsync(bool keepForm = false)
    {
        Text = Text?.Replace("\r\n", "\n", StringComparison.Ordinal);
        var decoded = string.IsNullOrWhiteSpace(Text) ? new WireDecoded(null, WireRefusal.Empty) : WireText.Decode(Encoding.UTF8.GetBytes(Text));
        if (decoded.Refusal is { } refusal)
        {
            ModelState.AddModelError(nameof(Text), Ui.Refusal(refusal.ToString()));
            return false;
        }

        // Fields that were put right belong to the text as it stands there.
        IsRepaired = !keepForm && decoded.Warnings.Count > 0;
        if (IsRepaired)
            Text = decoded.Text;
        var document = WireAround.Document(Text!, Around);
        var read = WireReader.Read(IsRepaired ? document with { Warnings = [.. document.Warnings, .. decoded.Warnings] } : document);
        if (read.IsTooLong())
        {
            ModelState.AddModelError(nameof(Text), Ui.Refusal(nameof(WireRefusal.TooLarge)));
            return false;
        }

        Recognised = read;
        KnownAs = await Db.KnownAsync(Recognised.Fingerprint, Gone);
        if (!keepForm)
        {
            (ReadAs, Form) = (Recognised.Fingerprint, WireForm.From(Recognised, Portal.Languages.For(Recognised.Language) is { } language && Me.MayWrite(language.Code) ? language.Code : null, Catalogue));
            ModelState.Clear();
        }

        Taken = Ui.Taken(read);
        if (KnownAs is null)
            Offers = await new WireOffers(Db, HttpContext.RequestServices.GetRequiredService<SearchIndex>(), Catalogue, Ui).FindAsync(read, Form, Gone);
        return true;
    }
}
