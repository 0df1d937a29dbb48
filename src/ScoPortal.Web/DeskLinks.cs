using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace ScoPortal.Web;

/// <summary>The addresses of the desk, and the only place that knows their form.</summary>
public static class DeskLinks
{
    /// <summary>What they all begin with.</summary>
    public const string Root = "/admin";

    public static string Home => Root;

    // Accounts

    public static string SignIn() => "/admin/sign-in";

    public static string SignOut => "/admin/sign-out";

    public static string Accounts => "/admin/accounts";

    public static string Profile => "/admin/profile";

    // Releases: list and workflow

    public static string Releases => "/admin/releases";

    public static string NewRelease => "/admin/releases/new";

    public static string Story(int id) => Of("/admin/stories", id);

    public static string Review(int id) => Of("/admin/releases", id) + "/review";

    public static string Publication(int id) => Of("/admin/releases", id) + "/publication";

    public static string Correction(int id) => Of("/admin/releases", id) + "/correction";

    public static string Withdrawal(int id) => Of("/admin/releases", id) + "/withdrawal";

    public static string PreviewLinks(int id) => Of("/admin/releases", id) + "/preview-links";

    // Releases: the editor

    public static string Release(int id) => Of("/admin/releases", id);

    public static string Preview(int id) => Of("/admin/releases", id) + "/preview";

    public static string WorkingCopy(int id) => Of("/admin/releases", id) + "/working-copy";

    public static string Presence(int id) => Of("/admin/releases", id) + "/presence";

    public static string Revisions(int id) => Of("/admin/releases", id) + "/revisions";

    /// <summary>A revision beside another one: the one before it when none is named, an empty page for 0.</summary>
    public static string Revision(int id, int number, int? against = null, bool inline = false)
    {
        var query = QueryString.Empty;
        if (against is { } other)
            query = query.Add("against", other.ToString(CultureInfo.InvariantCulture));
        if (inline)
            query = query.Add("inline", "true");
        return Of(Revisions(id), number) + query.ToUriComponent();
    }

    public static string Restoration(int id) => Of("/admin/releases", id) + "/restoration";

    /// <summary>The editor with the person's own working copy in it.</summary>
    public static string Unsaved(int id) => Release(id) + "?copy=true";

    public static string Discard(int id) => WorkingCopy(id) + "/discard";

    /// <summary>Where two edits come together; <paramref name="note"/> and <paramref name="minor"/> as typed for the one refused.</summary>
    public static string Conflict(int id, string? note = null, bool minor = false)
    {
        var query = note is null ? QueryString.Empty : QueryString.Create("note", note);
        return Of("/admin/releases", id) + "/conflict" + (minor ? query.Add("minor", "true") : query).ToUriComponent();
    }

    public static string Address(int id) => Of("/admin/releases", id) + "/address";

    public static string LinkCheck(int id) => Of("/admin/releases", id) + "/link-check";

    // Media

    public static string Media => "/admin/media";

    public static string MediaUpload => "/admin/media/upload";

    public static string MediaItem(int id) => Of("/admin/media", id);

    public static string MediaVariants(int id) => Of("/admin/media", id) + "/variants";

    public static string Pictures(int releaseId) => Of("/admin/releases", releaseId) + "/pictures";

    // Zones, topics, glossary

    public static string Zones => "/admin/zones";

    public static string Zone(string key) => $"/admin/zones/{key}";

    public static string ZoneOrder => "/admin/zones/order";

    public static string ZoneProfile(string key, string language, string? beside = null) =>
        $"{Zone(key)}/{language}" + (beside is null ? "" : QueryString.Create("beside", beside).ToUriComponent());

    public static string ZoneProfileRemoval(string key, string language) => $"{Zone(key)}/{language}/removal";

    public static string Figure(string zone, int? id = null) => id is { } known ? Of($"{Zone(zone)}/figures", known) : $"{Zone(zone)}/figures";

    public static string FigureOrder(string zone) => $"{Zone(zone)}/order";

    public static string FigureRemoval(string zone, int id) => Figure(zone, id) + "/removal";

    public static string Milestone(string zone, int? id = null) => id is { } known ? Of($"{Zone(zone)}/milestones", known) : $"{Zone(zone)}/milestones";

    public static string MilestoneRemoval(string zone, int id) => Milestone(zone, id) + "/removal";

    public static string Topics => "/admin/topics";

    public static string TopicOrder => "/admin/topics/order";

    public static string Topic(string key) => $"/admin/topics/{key}";

    public static string TopicRemoval(string key) => $"{Topic(key)}/removal";

    public static string Glossary => "/admin/glossary";

    public static string GlossaryList(string? q, string? missing, string? status, string? after = null) => Glossary + new QueryBuilder(
        new (string Name, string? Value)[] { ("q", q), ("missing", missing), ("status", status), ("after", after) }
            .Where(v => !string.IsNullOrEmpty(v.Value)).Select(v => KeyValuePair.Create(v.Name, v.Value!))).ToQueryString();

    public static string Term(int? id = null) => id is { } known ? Of(Glossary, known) : Glossary + "/new";

    public static string TermRemoval(int id) => Term(id) + "/removal";

    public static string GlossaryImport => "/admin/glossary/import";

    public static string GlossaryExport(string format) => $"/admin/glossary/export.{format}";

    // Wire texts, audit, help

    public static string PasteWire => "/admin/wire";

    public static string FailedImports => "/admin/wire/failed";

    public static string Audit(string? subject = null) =>
        "/admin/audit" + (subject is null ? "" : QueryString.Create("subject", subject).ToUriComponent());

    public static string Shortcuts => "/admin/shortcuts";

    private static string Of(string path, int id) => string.Create(CultureInfo.InvariantCulture, $"{path}/{id}");
}
