using System.Net;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Accounts;
using Xunit;

namespace ScoPortal.Web.Tests.Desk;

public class RevisionTests
{
    [Fact]
    public async Task The_history_says_who_changed_what_when_and_which_revision_is_live()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var (id, vera) = await EditedAsync(portal);
        using (vera)
        {
            var rows = (await vera.ReadAsync(DeskLinks.Revisions(id))).QuerySelectorAll(".history li").Select(r => r.TextContent).ToList();

            Assert.Equal(2, rows.Count);
            Assert.All(["Vera Hartmann", "Numbers put right", "minor", "live"], (string text) => Assert.Contains(text, rows[0], StringComparison.Ordinal));
            Assert.DoesNotContain("live", rows[1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Two_revisions_are_compared_by_word_beside_each_other_or_in_one_text()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var (id, vera) = await EditedAsync(portal);
        using (vera)
        {
            var beside = await vera.ReadAsync(DeskLinks.Revision(id, 2));
            var inline = await vera.ReadAsync(DeskLinks.Revision(id, 2, 1, inline: true));
            var backwards = await vera.ReadAsync(DeskLinks.Revision(id, 1, 2));

            Assert.Equal(["Headline", "Text"], beside.QuerySelectorAll(".diff h2").Select(h => h.TextContent));
            Assert.Equal(["Ten trains left.", "Twelve trains left."], beside.QuerySelectorAll(".diff:last-of-type tbody tr:first-child td").Select(c => c.TextContent));
            Assert.Equal("TenTwelve trains left.", inline.QuerySelector(".diff:last-of-type p")!.TextContent);
            Assert.Equal(("Ten", "Twelve"), (beside.QuerySelector(".diff:last-of-type del")!.TextContent, beside.QuerySelector(".diff:last-of-type ins")!.TextContent));
            Assert.Equal("Ten", backwards.QuerySelector(".diff:last-of-type ins")!.TextContent);
            await vera.ReadAsync(DeskLinks.Revision(id, 3), HttpStatusCode.NotFound);
            await vera.ReadAsync(DeskLinks.Revision(id, 2, 9), HttpStatusCode.NotFound);
            Assert.Contains("Ten trains left.", (await vera.ReadAsync(DeskLinks.Revision(id, 1))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_old_revision_is_restored_as_a_new_one()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var (id, vera) = await EditedAsync(portal);
        using (vera)
        {
            var page = await vera.SubmitAsync(DeskLinks.Revisions(id), form: "main .history form");

            Assert.Contains("Revision 1 is restored as revision 3.", page.Body!.TextContent, StringComparison.Ordinal);
            var release = await portal.QueryAsync(db => db.Releases.Include(r => r.Revisions).SingleAsync(r => r.Id == id));
            Assert.Equal((3, "Ten trains left.\n\nNobody waved.", "Revision 1 restored"), (release.RevisionNumber, release.Content.Body, release.Revisions[2].Note));
            Assert.Equal(1, await portal.QueryAsync(db => db.Audit.CountAsync(a => a.Action == "release.restore")));
        }
    }

    [Fact]
    public async Task A_restoration_that_has_not_seen_the_newest_revision_is_refused()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);
        var (id, vera) = await EditedAsync(portal);
        using (vera)
        {
            using var answer = await vera.PostAsync(DeskLinks.Restoration(id), new { Number = 1, BasedOn = 1 });

            Assert.Contains("Revision 2 has been saved meanwhile.", (await vera.ReadAsync(answer.Headers.Location!.OriginalString)).Body!.TextContent, StringComparison.Ordinal);
            Assert.Equal(2, await portal.QueryAsync(db => db.Revisions.CountAsync()));
        }
    }

    private static async Task<(int Id, DeskClient Vera)> EditedAsync(OwnPortal portal)
    {
        var id = await portal.PublishAsync("Trains from Qingdao", "Ten trains left.\n\nNobody waved.");
        var vera = await portal.AsAsync(Roles.Editor, name: "Vera Hartmann");
        await vera.SubmitAsync(DeskLinks.Release(id), new { Headline = "More trains", Body = "Twelve trains left.\n\nNobody waved.", Note = "Numbers put right", Minor = "true" }, "#edit");
        return (id, vera);
    }
}
