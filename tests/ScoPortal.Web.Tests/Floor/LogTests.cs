using System.Text.Json;
using Xunit;

namespace ScoPortal.Web.Tests.Floor;

public class LogTests
{
    [Fact]
    public async Task Each_request_is_one_line_that_says_nothing_of_who_asked_or_what_was_searched()
    {
        await using var portal = await OwnPortal.OpenAsync(environment: "Production");
        using var client = portal.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.77");
        client.DefaultRequestHeaders.Add("User-Agent", "Nosy/1.0");
        client.DefaultRequestHeaders.Add("Cookie", "name=Vera");
        client.DefaultRequestHeaders.Add("Referer", "https://mail.example.org/inbox/42");
        var before = portal.Log.Count;
        string[] paths = ["/en/search?q=my+illness", "/en/", "/css/public.css", "/en/nothing-here?mail=vera@example.org", "/health/live", "/"];
        foreach (var path in paths)
            using (await client.GetAsync(path))
            {
            }

        // The line is written after the answer.
        for (var i = 0; i < 40 && portal.Log.Count < before + paths.Length; i++)
            await Task.Delay(50);
        var lines = portal.Log.Skip(before).ToList();
        var requests = lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("Properties"))
            .ToLookup(p => p.GetProperty("Path").GetString()!, p => p.GetProperty("StatusCode").GetInt32());

        Assert.Equal(paths.Select(p => p.Split('?')[0]).Order(StringComparer.Ordinal), requests.Select(r => r.Key).Order(StringComparer.Ordinal));
        Assert.All(requests, r => Assert.Single(r));
        Assert.Equal((200, 404), (requests["/en/search"].Single(), requests["/en/nothing-here"].Single()));
        foreach (var secret in (string[])["illness", "vera", "Vera", "203.0.113.77", "127.0.0.1", "::1", "Nosy", "inbox"])
            Assert.All(lines, line => Assert.DoesNotContain(secret, line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_writes_no_line_of_its_own()
    {
        await using var portal = await OwnPortal.OpenAsync(sample: false);

        await portal.AskAsync("/en/nothing%0A2026-11-22%2010:00:00%20ERR%20forged%1B%5B2J");

        for (var i = 0; i < 40 && !portal.Log.Any(l => l.Contains("forged", StringComparison.Ordinal)); i++)
            await Task.Delay(50);
        using var line = JsonDocument.Parse(Assert.Single(portal.Log, l => l.Contains("forged", StringComparison.Ordinal)));
        Assert.Equal("/en/nothing\\x0a2026-11-22 10:00:00 ERR forged\\x1b[2J", line.RootElement.GetProperty("Properties").GetProperty("Path").GetString());
    }
}
