using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ScoPortal.Core.Translation.Exchange;
using ScoPortal.Core.Translation.Segments;

namespace ScoPortal.Web.Areas.Admin.Pages.Workbench;

/// <summary>What a form of the workbench says of a segment: "Text.5", "Was.5", "Key.5".</summary>
/// <param name="Id">The segment as the page numbers it.</param>
/// <param name="Text">What stands there now.</param>
/// <param name="Was">What stood there when the page was made, or when it was kept last.</param>
/// <param name="Key">Stands for the source sentence beside it: see <see cref="KeyOf"/>.</param>
public sealed record Typed(int Id, string Text, string Was, string Key)
{
    /// <summary>More is no sentence.</summary>
    public const int Longest = Returned.Longest;

    private const string Prefix = "Text.";

    /// <summary>Everything in the form, in the order of its segments.</summary>
    public static IReadOnlyList<Typed> Of(IFormCollection form) =>
    [
        .. from name in form.Keys
           where name.StartsWith(Prefix, StringComparison.Ordinal)
           let number = name[Prefix.Length..]
           where int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _)
           let id = int.Parse(number, CultureInfo.InvariantCulture)
           orderby id
           select new Typed(id, Line(form[name]), Line(form["Was." + number]), form["Key." + number].ToString()),
    ];

    /// <summary>Stands for the source of a unit: the same for the same sentence in the same field, empty where there is none.</summary>
    public static string KeyOf(TranslationUnit unit) => unit.Sources.Count == 0 ? ""
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{unit.Field} {unit.Source}")).AsSpan(0, 6));

    /// <summary>The unit that is meant: after the release was changed elsewhere, numbers count anew and only the source sentence tells.</summary>
    /// <param name="draft">The translation.</param>
    /// <param name="based">The revision of the release that the page shows.</param>
    public TranslationUnit? In(TranslationDraft draft, int based)
    {
        var unit = draft.Unit(Id);
        if (unit is not null && (based == draft.TargetRevision || (Key.Length > 0 && KeyOf(unit) == Key)))
            return unit;
        return Key.Length > 0 && draft.Units.Where(u => KeyOf(u) == Key).ToList() is [var only] ? only : null;
    }

    private static string Line(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}

/// <summary>Something typed that could not be taken in, because somebody else has written there or the segment is gone.</summary>
/// <param name="Unit">The segment as it is numbered now; null where there is none such any more.</param>
/// <param name="Text">What was typed.</param>
/// <param name="Theirs">What stands there; empty without a segment.</param>
public sealed record TypedConflict(int? Unit, string Text, string Theirs);
