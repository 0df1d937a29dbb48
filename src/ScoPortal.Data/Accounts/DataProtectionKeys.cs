using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace ScoPortal.Data.Accounts;

/// <summary>A key of ASP.NET Core Data Protection, kept in the database so that all nodes share it.</summary>
public class DataProtectionKey
{
    /// <summary>Database key.</summary>
    public int Id { get; private set; }

    /// <summary>The framework's name for it.</summary>
    public string? FriendlyName { get; init; }

    /// <summary>The key as the framework writes it.</summary>
    public required string Xml { get; init; }
}

/// <summary>Where Data Protection keeps its keys: a session begun on one node goes on at another, and after a restart.</summary>
public sealed class DataProtectionKeys(IDbContextFactory<PortalDb> databases) : IXmlRepository
{
    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.CreateDbContext();
        return [.. db.DataProtectionKeys.AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = databases.CreateDbContext();
        db.DataProtectionKeys.Add(new DataProtectionKey { FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
