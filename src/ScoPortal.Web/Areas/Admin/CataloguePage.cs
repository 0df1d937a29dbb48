using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core;
using ScoPortal.Core.Zones;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Areas.Admin;

/// <summary>A field of a form with its words: label, then value.</summary>
public sealed record Said(string Label, string? Value);

/// <summary>A field that somebody else has changed since it was shown, or that was changed here.</summary>
public sealed record Difference(string Label, string? Theirs, string? Yours);

/// <summary>What the pages share on which zones, topics and terms are edited: reading what was typed, and not overwriting what others saved.</summary>
public abstract class CataloguePage : DeskPage
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    /// <summary>Stands for what was saved when the form was shown.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>Where what was typed differs from what somebody else has saved meanwhile; empty when nobody has.</summary>
    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    /// <summary>The languages of the portal.</summary>
    public IReadOnlyList<PortalLanguage> Languages => Portal.Languages.All;

    /// <summary>This person writes one of them at least.</summary>
    public bool MayWriteSome => Languages.Any(l => Me.MayWrite(l.Code));

    /// <summary>The page is shown for the first time, not with what was typed.</summary>
    protected bool IsFresh => HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method);

    /// <summary>A number as this person writes it, without grouping: 84.36 or 84,36.</summary>
    public string? Written(decimal? number) => number?.ToString("0.####", Language.Culture);

    /// <summary>Notes what the form is made from.</summary>
    protected void See(IReadOnlyList<Said> stored)
    {
        Seen = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(stored))))[..32];
        ModelState.Remove(nameof(Seen));
    }

    /// <summary>
    /// Somebody else has saved something different since the form was shown. Then both versions are to be shown; saving
    /// once more is meant.
    /// </summary>
    protected bool IsOvertaken(IReadOnlyList<Said> stored, IReadOnlyList<Said> typed)
    {
        var shown = Seen;
        See(stored);
        if (shown == Seen)
            return false;
        Differences = [.. stored.Zip(typed).Where(f => f.First.Value != f.Second.Value).Select(f => new Difference(f.First.Label, f.First.Value, f.Second.Value))];
        if (Differences.Count > 0)
            ModelState.AddModelError("", Ui["Desk.Catalogue.VersionsOvertaken"]);
        return Differences.Count > 0;
    }

    /// <summary>Saves; who saves at the same instant is told, and has lost nothing.</summary>
    /// <exception cref="RuleException">Somebody else was faster.</exception>
    protected async Task SaveAsync()
    {
        try
        {
            await Db.SaveChangesAsync(Gone);
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || Db.IsUniqueViolation(failure))
        {
            throw new RuleException("Rule.SavedMeanwhile");
        }
    }

    /// <summary>What was typed, trimmed, with plain line ends; null when it is nothing.</summary>
    internal static string? Text(string? typed) =>
        typed?.ReplaceLineEndings("\n").Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The number typed into a field; null, and an error unless it was left empty, when it is none within the limits.</summary>
    protected decimal? Number(string field, string? typed, decimal limit = 99_999_999_999_999m, int decimals = 4)
    {
        if (Text(typed) is not { } text)
            return null;
        if (decimal.TryParse(text, Plain, Language.Culture, out var number) && Math.Abs(number) <= limit && decimal.Round(number, decimals) == number)
            return number;
        ModelState.AddModelError(field, Ui.Format("Desk.Catalogue.InvalidNumber", Written(84.36m)));
        return null;
    }

    /// <summary>The date typed into a field; null, and an error unless it was left empty, when it is none.</summary>
    protected PartialDate? Date(string field, string? typed)
    {
        if (Text(typed) is not { } text)
            return null;
        if (PartialDate.TryParse(text, out var date) && date.YearValue is not null)
            return date;
        ModelState.AddModelError(field, Ui["Desk.Catalogue.InvalidDate"]);
        return null;
    }

    /// <summary>Who says so: needed, and where an address is given, one of the web.</summary>
    protected Source Source(string field, string? name, string? url)
    {
        Need(field, name);
        return new Source { Name = Text(name) ?? "", Url = Address(field + "Url", url) };
    }

    /// <summary>The address of the web typed into a field; null, and an error unless it was left empty, when it is none.</summary>
    protected string? Address(string field, string? typed)
    {
        if (Text(typed) is { } text && !(Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            ModelState.AddModelError(field, Ui["Desk.Invalid.Url"]);
        return Text(typed);
    }

    /// <summary>A field that must not be left empty.</summary>
    protected void Need(string field, string? typed)
    {
        if (Text(typed) is null && ModelState.GetFieldValidationState(field) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
            ModelState.AddModelError(field, Ui["Desk.Invalid.Required"]);
    }
}
