using System.Globalization;
using ScoPortal.Core;
using ScoPortal.Core.Wire;
using ScoPortal.Web.Localization;

namespace ScoPortal.Web.Areas.Admin.Pages.Wire;

/// <summary>What was taken from where, in the words of the editor's language.</summary>
/// <param name="Field">Name of the field, without the wire of a number.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Value">What was taken; dates in words.</param>
/// <param name="Rule">How it was found.</param>
/// <param name="Sure">How sure the rule is, in percent.</param>
/// <param name="Start">Where it stands in the text; -1 for what the file says beside it.</param>
/// <param name="End">Where it ends there.</param>
public sealed record WireTaken(string Field, string Name, string Value, string Rule, string Sure, int Start, int End)
{
    /// <summary>All of it on one line, but the value.</summary>
    public string Told => $"{Name} – {Rule} – {Sure}";
}

/// <summary>A stretch of the original as it is shown.</summary>
/// <param name="Text">Its characters.</param>
/// <param name="Field">The field that it gave; "noise" for what was left out; null for the rest.</param>
/// <param name="Of">Places of what was taken from it in the list of that, parted by spaces.</param>
/// <param name="Told">What was taken, by which rule, how sure.</param>
public sealed record WireStretch(string Text, string? Field, string Of, string? Told);

/// <summary>Shows the original with what was taken from it.</summary>
public static class WireView
{
    private const int LongestShown = 100_000;

    /// <summary>Everything that was taken, in the order of the text; first what the file says beside it.</summary>
    public static IReadOnlyList<WireTaken> Taken(this Ui ui, WireRelease read) =>
    [
        .. read.Fields.OrderBy(f => f.Length == 0 ? -1 : f.Start).Select(f => new WireTaken(
            f.Name.Split(':')[0], ui.WireField(f.Name), Value(ui, f), ui.WireRule(f.Rule), ui.Format("Desk.Wire.Sure", ui.Number(Math.Round((decimal)f.Confidence * 100))),
            f.Length == 0 ? -1 : f.Start, f.Start + f.Length)),
    ];

    /// <summary>The beginning of the text, cut at the ends of what was recognised.</summary>
    public static IEnumerable<WireStretch> Stretches(this Ui ui, string text, WireRelease read, IReadOnlyList<WireTaken> taken)
    {
        var rules = read.Noise.Where(n => n.Start >= 0).DistinctBy(n => n.Start).ToDictionary(n => n.Start, n => n.Rule);
        var (spans, tail, at) = (taken.Index().Where(t => t.Item.Start >= 0).ToList(), new WireTail(read), 0);
        foreach (var mark in WireMarks.Of(text, read))
        {
            var shown = mark.Text.Length <= LongestShown - at ? mark.Text : mark.Text[..(LongestShown - at)];
            if (mark.Field is null)
            {
                foreach (var (part, field) in tail.Split(shown))
                    yield return new WireStretch(part, field, "", field is null ? null : $"{ui.WireField(field)} – {ui["Desk.Wire.Rest"]}");
            }
            else if (mark.Field == WireMarks.Noise)
            {
                yield return new WireStretch(shown, mark.Field, "", $"{ui.WireField(mark.Field)} – {ui.WireRule(rules.GetValueOrDefault(at) ?? mark.Rule!)}");
            }
            else
            {
                var of = spans.FindAll(t => t.Item.Start <= at && at < t.Item.End && Belongs(t.Item.Field, mark.Field));
                yield return new WireStretch(
                    shown, mark.Field.Split(':')[0], string.Join(' ', of.Select(t => t.Index.ToString(CultureInfo.InvariantCulture))), string.Join('\n', of.Select(t => t.Item.Told)));
            }

            at += shown.Length;
            if (at >= LongestShown)
                yield break;
        }
    }

    // The whole dateline marks only what is nothing else.
    private static bool Belongs(string field, string marked) => field != "dateline" || marked == "dateline";

    private static string Value(Ui ui, WireField field) =>
        field.Name is "datelineDate" or "eventDate" or "capturedAt" && PartialDate.TryParse(field.Value, out var date) ? ui.Date(date)
        : field.Name == "postedAt" ? ui.Posted(field.Value)
        : field.Name.Split(':') is [_, var scheme] ? $"{scheme}:{field.Value}"
        : field.Value;
}
