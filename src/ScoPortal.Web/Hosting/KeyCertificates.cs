using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ScoPortal.Data;
using ScoPortal.Web.Settings;

namespace ScoPortal.Web.Hosting;

/// <summary>
/// Certificates that the keys of Data Protection are encrypted with in the database: who has a copy of the database, and not these files,
/// reads neither sessions nor second steps in it.
/// </summary>
internal static class KeyCertificates
{
    private static readonly XNamespace Signature = "http://www.w3.org/2000/09/xmldsig#";
    private static readonly XNamespace Framework = "http://schemas.asp.net/2015/03/dataProtection";

    /// <summary>Reads <c>Portal:KeyCertificate</c>, files of PKCS#12 separated by semicolons, and the file with their password.</summary>
    /// <param name="settings">The settings; takes what is wrong.</param>
    /// <param name="folder">What relative paths start from.</param>
    public static IReadOnlyList<X509Certificate2> Read(SettingsReader settings, string folder)
    {
        var files = (settings.Text("Portal:KeyCertificate", "", "it is a file of PKCS#12") ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var secret = settings.Text("Portal:KeyCertificatePasswordFile", "", "it is a file");
        var (read, key) = (new List<X509Certificate2>(), "Portal:KeyCertificatePasswordFile");
        try
        {
            var password = string.IsNullOrWhiteSpace(secret) ? null : File.ReadAllText(Path.GetFullPath(secret, folder)).TrimEnd('\r', '\n');
            key = "Portal:KeyCertificate";
            foreach (var file in files)
            {
                var certificate = X509CertificateLoader.LoadPkcs12FromFile(Path.GetFullPath(file, folder), password);
                read.Add(certificate);
                if (certificate.GetRSAPrivateKey() is null)
                    settings.Refuse($"{key} names '{file}', which has no private RSA key; it is a file of PKCS#12 with certificate and key.");
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
        {
            settings.Refuse($"{key} cannot be read: {failure.Message}");
        }

        return read;
    }

    /// <summary>
    /// Brings the keys in the database to the first certificate: those in clear, and those that another of the list has encrypted.
    /// </summary>
    /// <returns>How many were changed.</returns>
    /// <exception cref="OptionsValidationException">A key is encrypted with a certificate that is not in the list.</exception>
    public static async Task<int> SealAsync(PortalDb db, IReadOnlyList<X509Certificate2> certificates, IServiceProvider services, CancellationToken cancel)
    {
        var rows = await db.DataProtectionKeys.AsNoTracking().Select(k => new { k.Id, k.Xml }).ToListAsync(cancel);
        var changed = 0;
        foreach (var row in rows)
        {
            var key = XElement.Parse(row.Xml);
            if (!Seal(key, certificates, services))
                continue;
            var xml = key.ToString(SaveOptions.DisableFormatting);
            changed += await db.DataProtectionKeys.Where(k => k.Id == row.Id).ExecuteUpdateAsync(k => k.SetProperty(x => x.Xml, xml), cancel);
        }

        return changed;
    }

    private static bool Seal(XElement key, IReadOnlyList<X509Certificate2> certificates, IServiceProvider services)
    {
        var changed = false;
        foreach (var secret in key.Descendants(Framework + "encryptedSecret").ToList())
        {
            var by = secret.Descendants(Signature + "X509Certificate").FirstOrDefault()?.Value;
            var found = certificates.ToList().FindIndex(c => Convert.ToBase64String(c.RawData) == by?.ReplaceLineEndings(""));
            if (by is not null && found < 0)
                throw new OptionsValidationException("Portal", typeof(PortalOptions), ["Portal:KeyCertificate does not name the certificate that the keys in the database are encrypted with."]);
            if (found <= 0)
                continue;
            secret.ReplaceWith(new EncryptedXmlDecryptor(services).Decrypt(secret.Elements().Single()));
            changed = true;
        }

        if (certificates is not [var first, ..])
            return changed;
        foreach (var secret in key.Descendants().Where(e => (bool?)e.Attribute(Framework + "requiresEncryption") == true).ToList())
        {
            var sealing = new CertificateXmlEncryptor(first, services.GetRequiredService<ILoggerFactory>()).Encrypt(secret);
            secret.ReplaceWith(new XElement(Framework + "encryptedSecret", new XAttribute("decryptorType", sealing.DecryptorType.AssemblyQualifiedName!), sealing.EncryptedElement));
            changed = true;
        }

        return changed;
    }
}
