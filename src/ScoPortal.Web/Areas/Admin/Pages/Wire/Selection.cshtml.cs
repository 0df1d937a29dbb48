using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using ScoPortal.Core.Wire;

namespace ScoPortal.Web.Areas.Admin.Pages.Wire;

/// <summary>What selected characters of a text are as the value of a field.</summary>
[RequestFormLimits(ValueLengthLimit = LargestText)]
public sealed class SelectionModel : DeskPage
{
    private const int LargestText = 64 * 1024 * 1024;

    /// <summary>Name of the field as recognised; "body", "body-add", "body-remove" for the text of the release.</summary>
    [BindProperty]
    [Required]
    [StringLength(40)]
    public string? Field { get; set; }

    /// <summary>The original, with line breaks of one character.</summary>
    [BindProperty]
    [Required]
    public string? Text { get; set; }

    /// <summary>Where the selection begins in it, in UTF-16 units.</summary>
    [BindProperty]
    [Range(0, int.MaxValue)]
    public int Start { get; set; }

    /// <summary>How long it is, in UTF-16 units.</summary>
    [BindProperty]
    [Range(1, 200_000)]
    public int Length { get; set; }

    /// <summary>The text of the release as it stands.</summary>
    [BindProperty]
    public string? Body { get; set; }

    /// <summary>The agencies as they stand: a number is one of the first.</summary>
    [BindProperty]
    [StringLength(300)]
    public string? Wires { get; set; }

    /// <summary>The original is Markdown.</summary>
    [BindProperty]
    public bool IsMarkdown { get; set; }

    public IActionResult OnGet() => LocalRedirect(DeskLinks.PasteWire);

    public IActionResult OnPost()
    {
        if (Start > Text!.Length - Length)
            return BadRequest();
        var (selected, body) = (Text.Substring(Start, Length), (Body ?? "").Replace("\r\n", "\n", StringComparison.Ordinal));
        var value = Field switch
        {
            "body" => WireSelection.Paragraphs(selected, IsMarkdown),
            "body-add" => WireStory.Add(body, Text, Start, Length, IsMarkdown),
            "body-remove" => WireStory.Remove(body, selected),
            _ => WireSelection.Value(Field!, selected, Wires?.Split(',')[0] ?? "", IsMarkdown),
        };
        return new JsonResult(new { Value = value, Told = value is null ? Ui.Format("Desk.Wire.Take.None", Ui.WireField(Field!)) : null });
    }

    protected override Task<IActionResult> ShowAsync() => Task.FromResult<IActionResult>(BadRequest());
}
