using System.Text.Json;

namespace ScoPortal.Benchmarks.Load;

/// <summary>An answer of the portal, byte by byte: what the limits repeat.</summary>
/// <param name="Status">200 or 304.</param>
/// <param name="Headers">All but those that every server writes itself.</param>
/// <param name="Body">As it was sent, compressed.</param>
internal sealed record Answer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    private static readonly string[] OfTheServer = ["Date", "Server", "Connection", "Keep-Alive", "Transfer-Encoding", "Content-Length"];

    /// <summary>Its validator, or null where it has none.</summary>
    public string? Tag => Headers.GetValueOrDefault("ETag");

    /// <summary>Asks a server as wrk does.</summary>
    public static async Task<Answer> GetAsync(Server server, string path, string? tag = null)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Encoding", "br");
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var response = await http.SendAsync(request);
        var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .Where(h => !OfTheServer.Contains(h.Key, StringComparer.OrdinalIgnoreCase))
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer((int)response.StatusCode, headers, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>The answers in a folder, by the names of their files.</summary>
    public static IReadOnlyDictionary<string, Answer> ReadAll(string folder) =>
        Directory.EnumerateFiles(folder, "*.json").ToDictionary(
            f => Path.GetFileNameWithoutExtension(f), f => JsonSerializer.Deserialize<Answer>(File.ReadAllBytes(f))!, StringComparer.Ordinal);

    /// <summary>Puts it into a folder.</summary>
    public void Write(string folder, string name) =>
        File.WriteAllBytes(Path.Combine(folder, name + ".json"), JsonSerializer.SerializeToUtf8Bytes(this));
}
