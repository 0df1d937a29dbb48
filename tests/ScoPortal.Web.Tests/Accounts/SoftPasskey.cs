using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ScoPortal.Web.Tests.Accounts;

/// <summary>A device that holds one passkey and does what a browser would have it do; whoever holds it is taken to be there.</summary>
public sealed class SoftPasskey : IDisposable
{
    // User present, user verified; of a new passkey also: its key follows.
    private const byte Here = 0x05;
    private const byte WithKey = 0x40;

    private const string Origin = "http://localhost";

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(16);
    private byte[] owner = [];
    private uint uses;

    /// <summary>How the portal names it in addresses.</summary>
    public string Id => Base64Url.EncodeToString(id);

    /// <summary>Adds itself to the account that is signed in, by its page.</summary>
    public async Task<AngleSharp.Html.Dom.IHtmlDocument> JoinAsync(DeskClient person, string password = Staff.Password)
    {
        From(person);
        using var answer = await person.PostAsync(DeskLinks.ProfilePasskeyOptions, new { Password = password }, from: DeskLinks.ProfilePasskeys);
        var options = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        owner = Base64Url.DecodeFromChars((string)options["user"]!["id"]!);
        var credential = Create((string)options["challenge"]!, (string)options["rp"]!["id"]!);
        return await person.SubmitAsync(DeskLinks.ProfilePasskeys, new { Name = "Key ring", Password = password, Credential = credential }, "form[data-passkey=create]");
    }

    /// <summary>What it answers to what a page of the portal asks it with.</summary>
    public async Task<string> AnswerAsync(DeskClient person, string from)
    {
        From(person);
        using var answer = await person.PostAsync(DeskLinks.SignInPasskeyOptions, from: from);
        var options = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        var client = Client("webauthn.get", (string)options["challenge"]!);
        var data = Data((string)options["rpId"]!, Here, ++uses);
        return JsonSerializer.Serialize(new
        {
            id = Id,
            rawId = Id,
            type = "public-key",
            clientExtensionResults = new { },
            response = new
            {
                clientDataJSON = Base64Url.EncodeToString(client),
                authenticatorData = Base64Url.EncodeToString(data),
                signature = Base64Url.EncodeToString(key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
                userHandle = Base64Url.EncodeToString(owner),
            },
        });
    }

    public void Dispose() => key.Dispose();

    // As browsers say with every form where it comes from; without that no passkey is believed.
    private static void From(DeskClient person)
    {
        if (!person.Http.DefaultRequestHeaders.Contains("Origin"))
            person.Http.DefaultRequestHeaders.Add("Origin", Origin);
    }

    private string Create(string challenge, string host)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        // COSE: an elliptic key, for ES256, on P-256, x and y.
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. Data(host, Here | WithKey, uses), .. new byte[16], 0, (byte)id.Length, .. id, .. cose];
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), 0x58, (byte)data.Length, .. data];
        return JsonSerializer.Serialize(new
        {
            id = Id,
            rawId = Id,
            type = "public-key",
            clientExtensionResults = new { },
            response = new
            {
                clientDataJSON = Base64Url.EncodeToString(Client("webauthn.create", challenge)),
                attestationObject = Base64Url.EncodeToString(attestation),
                transports = new[] { "internal" },
            },
        });
    }

    private static byte[] Client(string type, string challenge) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge, origin = Origin, crossOrigin = false });

    private static byte[] Data(string host, byte flags, uint count)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, count);
        return [.. SHA256.HashData(Encoding.ASCII.GetBytes(host)), flags, .. counter];
    }

    // CBOR: a text of less than 24 letters.
    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];
}
