using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using ScoPortal.Core.Stories;

namespace ScoPortal.Web;

/// <summary>The addresses of the desk, and the only place that knows their form.</summary>
public static class DeskLinks
{
    /// <summary>What they all begin with.</summary>
    public const string Root = "/admin";

    public static string Home => Root;

    // Accounts

    public static string SignIn(string? returnUrl = null) =>
        "/admin/sign-in" + (returnUrl is null ? "" : QueryString.Create("returnUrl", returnUrl).ToUriComponent());

    public static string SignInCode => "/admin/sign-in/code";

    public static string SignInPasskey => "/admin/sign-in/passkey";

    public static string SignInPasskeyOptions => "/admin/sign-in/passkey/options";

    public static string SignOut => "/admin/sign-out";

    public static string Confirm => "/admin/confirm";

    public static string Again => "/admin/again";

    public static string Refused(int status) => Of("/admin/refused", status);

    public static string Setup(string secret) => $"/admin/setup/{secret}";

    public static string Invitation(string secret) => $"/admin/invitation/{secret}";

    public static string Reset(string secret) => $"/admin/reset/{secret}";

    public static string Accounts => "/admin/accounts";

    public static string Invite => "/admin/accounts/invitation";

    public static string InvitationRevocation(int id) => Of("/admin/accounts/invitations", id) + "/revocation";

    public static string Account(int id) => Of("/admin/accounts", id);

    public static string AccountAccess(int id) => Of("/admin/accounts", id) + "/access";

    public static string AccountReset(int id) => Of("/admin/accounts", id) + "/reset";

    public static string AccountSecondStep(int id) => Of("/admin/accounts", id) + "/second-step";

    public static string AccountDeletion(int id) => Of("/admin/accounts", id) + "/deletion";

    public static string AccountPasskeys(int id) => Of("/admin/accounts", id) + "/passkeys/removal";

    public static string Profile => "/admin/profile";

    public static string ProfilePassword => "/admin/profile/password";

    public static string ProfileSecondStep => "/admin/profile/second-step";

    public static string ProfileSecondStepKey => "/admin/profile/second-step/key";

    public static string ProfileSecondStepRemoval => "/admin/profile/second-step/removal";

    public static string ProfileRecoveryCodes => "/admin/profile/recovery-codes";

    public static string ProfilePasskeys => "/admin/profile/passkeys";

    public static string ProfilePasskeyOptions => "/admin/profile/passkeys/options";

    public static string ProfilePasskey(string id) => $"/admin/profile/passkeys/{id}";

    public static string ProfilePasskeyRemoval(string id) => $"/admin/profile/passkeys/{id}/removal";

    public static string ProfileData => "/admin/profile/data";

    public static string ProfileSessions => "/admin/profile/sessions";

    // Releases: list and workflow

    public static string Releases => "/admin/releases";

    /// <summary>The list of releases, filtered; <paramref name="state"/> is the name of a DeskState in lower case, <paramref name="author"/> an account or "me".</summary>
    public static string ReleaseList(
        string? state = null, string? language = null, string? zone = null, string? topic = null, string? author = null,
        string? q = null, string? sort = null, int? before = null, int? after = null) =>
        Releases + Query(
            ("state", state), ("language", language), ("zone", zone), ("topic", topic), ("author", author),
            ("q", q), ("sort", sort), ("before", Text(before)), ("after", Text(after)));

    public static string Batch => "/admin/releases/batch";

    public static string NewRelease => "/admin/releases/new";

    /// <summary>Starts a version of a story in one language, translated from a release of it where one is named.</summary>
    public static string NewVersion(int story, string? language = null, int? from = null) =>
        NewRelease + Query(("story", Text(story)), ("language", language), ("from", Text(from)));

    public static string Story(int id) => Of("/admin/stories", id);

    public static string StoryPublication(int id) => Of("/admin/stories", id) + "/publication";

    public static string StoryWithdrawal(int id) => Of("/admin/stories", id) + "/withdrawal";

    public static string Relations(int story) => Of("/admin/stories", story) + "/relations";

    public static string Relation(int id) => Of("/admin/relations", id);

    // Links between language versions, and releases that may be pairs

    /// <summary>The language versions of a story, and where others are found to be linked.</summary>
    public static string Versions(int story, string? q = null, string? language = null, string? zone = null) =>
        Of("/admin/stories", story) + "/versions" + Query(("q", q), ("language", language), ("zone", zone));

    public static string Merger(int story) => Of("/admin/stories", story) + "/merger";

    /// <summary>Where a release is put into another story.</summary>
    public static string ReleaseStory(int release, string? q = null) => Of("/admin/releases", release) + "/story" + Query(("q", q));

    public static string Unlinking(int release) => Of("/admin/releases", release) + "/unlinking";

    /// <summary>A part of the list of suggested pairs.</summary>
    public static string PairList(
        SuggestionState state = SuggestionState.Open, string? zone = null, string? languages = null, int? from = null, int? before = null, int? after = null) =>
        "/admin/pairs" + Query(
            ("state", state == SuggestionState.Open ? null : state.ToString()), ("zone", zone), ("languages", languages), ("from", Text(from)), ("before", Text(before)), ("after", Text(after)));

    public static string Pair(int id) => Of("/admin/pairs", id);

    public static string PairReopening(int id) => Of("/admin/pairs", id) + "/reopening";

    public static string PairAcceptance(string? zone = null, string? languages = null, int? from = null) =>
        "/admin/pairs/acceptance" + Query(("zone", zone), ("languages", languages), ("from", Text(from)));

    public static string LinkUndo(int change) => Of("/admin/link-changes", change) + "/undo";

    public static string Review(int id) => Of("/admin/releases", id) + "/review";

    public static string Publication(int id) => Of("/admin/releases", id) + "/publication";

    public static string Correction(int id) => Of("/admin/releases", id) + "/correction";

    public static string Withdrawal(int id) => Of("/admin/releases", id) + "/withdrawal";

    public static string PreviewLink(int id) => Of("/admin/preview-links", id);

    public static string PreviewLinks(int id) => Of("/admin/releases", id) + "/preview-links";

    // Translation

    public static string Board(IEnumerable<KeyValuePair<string, string?>>? query = null) => "/admin/board" + Query(query);

    public static string BoardExport(IEnumerable<KeyValuePair<string, string?>> query) => "/admin/board/export" + Query(query);

    public static string Assignments => "/admin/board/assignments";

    // Releases: the editor

    public static string Release(int id) => Of("/admin/releases", id);

    public static string Preview(int id) => Of("/admin/releases", id) + "/preview";

    public static string Original(int id) => Of("/admin/releases", id) + "/original";

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

    // Translation: the workbench. The key is that of the release that is being written.

    /// <summary>The workbench; with a segment, that one is open.</summary>
    public static string Workbench(int id, int? at = null, string? show = null) =>
        Of("/admin/releases", id) + "/translation" + Query(("at", Text(at)), ("show", show)) + (at is { } unit ? string.Create(CultureInfo.InvariantCulture, $"#g{unit}") : "");

    public static string WorkbenchSegment(int id, int unit) => Of(Workbench(id) + "/segments", unit);

    public static string WorkbenchWaiver(int id, int unit) => WorkbenchSegment(id, unit) + "/waiver";

    public static string WorkbenchDivision(int id, int unit) => WorkbenchSegment(id, unit) + "/division";

    public static string WorkbenchSource(int id) => Workbench(id) + "/source";

    public static string WorkbenchRevision(int id) => Workbench(id) + "/revision";

    public static string WorkbenchSubmission(int id) => Workbench(id) + "/submission";

    /// <summary>What was handed in, and what one has translated last.</summary>
    public static string Translations() => "/admin/translations";

    /// <summary>Takes the form that begins a version of a story in another language: <c>Language</c>, and <c>Source</c>, the key of the release to translate.</summary>
    public static string Translations(int story) => Of("/admin/stories", story) + "/translations";

    // Media

    public static string Media => "/admin/media";

    public static string MediaUpload => "/admin/media/upload";

    public static string MediaItem(int id) => Of("/admin/media", id);

    public static string MediaVariants(int id) => Of("/admin/media", id) + "/variants";

    public static string MediaDeletion(int id) => Of("/admin/media", id) + "/deletion";

    public static string UnusedMedia(int? days = null) =>
        "/admin/media/unused" + (days is { } number ? QueryString.Create("days", number.ToString(CultureInfo.InvariantCulture)).ToUriComponent() : "");

    /// <summary>A part of the library.</summary>
    public static string MediaPart(string? q, string? silent, int? before = null, int? after = null)
    {
        var query = QueryString.Empty;
        foreach (var (name, value) in (ReadOnlySpan<(string, string?)>)[("q", q), ("silent", silent), ("before", before?.ToString(CultureInfo.InvariantCulture)), ("after", after?.ToString(CultureInfo.InvariantCulture))])
            if (!string.IsNullOrEmpty(value))
                query = query.Add(name, value);
        return Media + query.ToUriComponent();
    }

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

    // Files of translations

    /// <summary>Translations out to other tools and back, all or those of one story.</summary>
    public static string TranslationFiles(int? story = null) => "/admin/translation-files" + Query(("story", Text(story)));

    /// <summary>A translation as a file; <paramref name="format"/> is xliff12 or xliff21.</summary>
    public static string TranslationFile(int release, string format = "xliff12") => Of("/admin/translation-files", release) + "/" + format;

    /// <summary>Several translations in one archive; the form that leads there names them: release=1&amp;release=2.</summary>
    public static string TranslationBundle => "/admin/translation-files/bundle";

    public static string Memory => "/admin/memory";

    public static string MemoryExport => "/admin/memory/export";

    // Wire texts, audit, help

    public static string PasteWire => "/admin/wire";

    public static string WireRecognition => "/admin/wire/recognition";

    public static string WireSelection => "/admin/wire/selection";

    public static string WireDraft => "/admin/wire/draft";

    public static string WireFiles => "/admin/wire/files";

    /// <summary>A part of the list of likely copies; the newest without a key.</summary>
    public static string CopyList(int? before = null, int? after = null) => "/admin/copies" + Query(("before", Text(before)), ("after", Text(after)));

    public static string Copy(int id) => Of("/admin/copies", id);

    public static string CopyAcceptance => "/admin/copies/acceptance";

    public static string FailedImports => "/admin/wire/failed";

    public static string RetryImport(int id) => PasteWire + QueryString.Create("failed", id.ToString(CultureInfo.InvariantCulture)).ToUriComponent();

    public static string DismissImport(int id) => Of("/admin/wire/failed", id) + "/dismissal";

    public static string Audit(string? subject = null) => Audit([KeyValuePair.Create("subject", subject)]);

    public static string Audit(IEnumerable<KeyValuePair<string, string?>> query) => "/admin/audit" + Query(query);

    public static string AuditExport(IEnumerable<KeyValuePair<string, string?>> query) => "/admin/audit/export" + Query(query);

    /// <summary>Where the thing of a line of the audit can be looked at; null where there is no such page.</summary>
    public static string? Subject(string subject) => subject.Split('/') is [var kind, var key, ..] ? (kind, int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) switch
    {
        ("release", true) => Release(id),
        ("story", true) => Story(id),
        ("media", true) => MediaItem(id),
        ("account", true) => Account(id),
        ("zone", false) => Zone(key),
        ("topic", false) => Topic(key),
        _ => null,
    }
    : null;

    public static string Shortcuts => "/admin/shortcuts";

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Query(IEnumerable<KeyValuePair<string, string?>>? query) =>
        QueryString.Create((query ?? []).Where(q => q.Value is not null)).ToUriComponent();

    private static string Query(params ReadOnlySpan<(string Name, string? Value)> parts)
    {
        var query = QueryString.Empty;
        foreach (var (name, value) in parts)
            if (!string.IsNullOrEmpty(value))
                query = query.Add(name, value);
        return query.ToUriComponent();
    }

    private static string Of(string path, int id) => string.Create(CultureInfo.InvariantCulture, $"{path}/{id}");
}
