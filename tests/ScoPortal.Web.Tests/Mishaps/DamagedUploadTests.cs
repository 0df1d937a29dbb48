using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ScoPortal.Core.Tests.Media;
using ScoPortal.Data.Providers;
using ScoPortal.Web.Tests.Commands;
using ScoPortal.Web.Tests.Media;
using ScoPortal.Web.Tests.Nodes;
using Xunit;

namespace ScoPortal.Web.Tests.Mishaps;

/// <summary>Uploads that break off or are not as long as they say, over a real connection: nothing of them stays, and the next one works.</summary>
[Collection(OneCluster.Name)]
public sealed class DamagedUploadTests : IDisposable
{
    private const string Boundary = "----harbour";
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Whatever_becomes_of_an_upload_on_its_way_it_is_stored_whole_or_not_at_all()
    {
        var (data, temporary) = (folder.File("data"), Directory.CreateDirectory(folder.File("temporary")).FullName);
        using var node = new Node(data, Node.FreePort());
        await node.StartAsync(new() { ["ASPNETCORE_TEMP"] = temporary });
        using var erika = await Newsroom.OpenAsync(node, DatabaseProvider.Sqlite, $"Data Source={Path.Combine(data, "portal.db")}", "ru");
        var token = ((IHtmlInputElement)(await erika.Desk.ReadAsync(DeskLinks.Media)).QuerySelector("input[name=__RequestVerificationToken]")!).Value;
        // Longer than what is kept in memory, so that it lies in a file while it comes in.
        var picture = Form(token, "file", "quay.png", [.. Picture.Png(), .. new byte[300_000]]);
        var wire = Form(token, "Files", "wire.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Cranes lifted their first box on Tuesday.\n", 8_000))));

        foreach (var (path, body) in new[] { (DeskLinks.MediaUpload, picture), (DeskLinks.WireFiles, wire), (DeskLinks.GlossaryImport, wire) })
        {
            var half = body[..(body.Length / 2)];
            // The line breaks, or nothing comes any more though more was said: nobody is there to be told.
            await SendAsync(node, Head(erika, path, $"Content-Length: {body.Length}"), half, End.Cut);
            await SendAsync(node, Head(erika, path, $"Content-Length: {body.Length}"), half, End.Finished);
            // It sends more than it says; its pieces end before the form does; a piece is none.
            string[] answers =
            [
                await SendAsync(node, Head(erika, path, $"Content-Length: {half.Length}"), body),
                await SendAsync(node, Head(erika, path, "Transfer-Encoding: chunked"), [.. Chunk(half), .. "0\r\n\r\n"u8]),
                await SendAsync(node, Head(erika, path, "Transfer-Encoding: chunked"), [.. Chunk(half), .. "ZZ\r\n"u8]),
            ];

            Assert.All(answers, a => Assert.DoesNotMatch("^HTTP/1.1 (2|5)", a));
            // Where the form itself is what is damaged she is told so, in her language.
            Assert.Matches("[а-я]{4}", answers[1]);
            await WaitUntilAsync(() => Directory.GetFileSystemEntries(temporary).Length == 0);
            Assert.Equal((0, 0, 0), await StoredAsync(erika));
            Assert.Empty(Directory.Exists(Path.Combine(data, "media")) ? Directory.GetFiles(Path.Combine(data, "media"), "*", SearchOption.AllDirectories) : []);
        }

        var page = await erika.Desk.UploadAsync(release: null, ("quay.png", Picture.Png()));
        Assert.Equal("quay.png", page.QuerySelector("h1")!.TextContent);
        Assert.Equal((1, 0, 0), await StoredAsync(erika));
    }

    public void Dispose() => folder.Dispose();

    private static async Task<(int Pictures, int Releases, int Terms)> StoredAsync(Newsroom newsroom)
    {
        await using var db = newsroom.Open();
        return (await db.Media.CountAsync(), await db.Releases.CountAsync(), await db.Terms.CountAsync());
    }

    private static byte[] Form(string token, string field, string name, byte[] bytes) =>
    [
        .. Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n{token}\r\n"),
        .. Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"),
        .. bytes, .. Encoding.UTF8.GetBytes($"\r\n--{Boundary}--\r\n"),
    ];

    private static byte[] Chunk(byte[] bytes) =>
        [.. Encoding.ASCII.GetBytes(bytes.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"), .. bytes, .. "\r\n"u8];

    private static byte[] Head(Newsroom newsroom, string path, string length) => Encoding.ASCII.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: {newsroom.Desk.Http.BaseAddress!.Authority}\r\nCookie: {newsroom.Cookie}\r\nConnection: close\r\n"
        + $"Content-Type: multipart/form-data; boundary={Boundary}\r\n{length}\r\n\r\n");

    // What the sender does when it has sent what it sends.
    private enum End
    {
        Waiting,
        Finished,
        Cut,
    }

    // What is answered; nothing where the connection is cut.
    private static async Task<string> SendAsync(Node node, byte[] head, byte[] body, End end = End.Waiting)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, node.Port, patience.Token);
        try
        {
            await SendAllAsync(socket, head, patience.Token);
            await SendAllAsync(socket, body, patience.Token);
            if (end == End.Cut)
            {
                // Not a word of farewell.
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
                return "";
            }

            if (end == End.Finished)
                socket.Shutdown(SocketShutdown.Send);
            using var answer = new MemoryStream();
            var buffer = new byte[16 * 1024];
            for (int read; (read = await socket.ReceiveAsync(buffer, patience.Token)) > 0;)
                answer.Write(buffer, 0, read);
            return Encoding.UTF8.GetString(answer.ToArray());
        }
        catch (SocketException)
        {
            // The portal hung up on bytes that belong to nothing.
            return "";
        }
    }

    private static async Task SendAllAsync(Socket socket, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        while (bytes.Length > 0)
            bytes = bytes[await socket.SendAsync(bytes, cancel)..];
    }

    private static async Task WaitUntilAsync(Func<bool> isSo)
    {
        for (var look = 0; !isSo(); look++)
        {
            Assert.True(look < 300, "files are left over");
            await Task.Delay(100);
        }
    }
}
