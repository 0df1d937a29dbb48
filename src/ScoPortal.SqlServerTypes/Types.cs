namespace Microsoft.SqlServer.Server;

/// <summary>How a CLR user-defined type is serialised in the database.</summary>
public enum Format
{
    /// <summary>Not stated.</summary>
    Unknown = 0,

    /// <summary>Field by field, by the server.</summary>
    Native = 1,

    /// <summary>By the type itself, through <see cref="IBinarySerialize"/>.</summary>
    UserDefined = 2,
}

/// <summary>A CLR user-defined type that writes and reads its own bytes.</summary>
public interface IBinarySerialize
{
    /// <summary>Fills this value from <paramref name="r"/>.</summary>
    void Read(BinaryReader r);

    /// <summary>Writes this value to <paramref name="w"/>.</summary>
    void Write(BinaryWriter w);
}

/// <summary>Marks a class or struct as a CLR user-defined type of a database.</summary>
/// <param name="format">How values are serialised.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = true)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    /// <summary>How values are serialised.</summary>
    public Format Format { get; } = format;

    /// <summary>The longest value in bytes; -1 means up to 2 GB.</summary>
    public int MaxByteSize { get; set; }

    /// <summary>Every value has the same length.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Values sort by their bytes.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>The type's name in the database.</summary>
    public string? Name { get; set; }

    /// <summary>The method that checks a value read from the database.</summary>
    public string? ValidationMethodName { get; set; }
}

/// <summary>A type is used as a CLR user-defined type without being one.</summary>
public sealed class InvalidUdtException : SystemException
{
    private InvalidUdtException(string message) : base(message) { }

    /// <summary>The exception for <paramref name="udtType"/> with the reason why it is refused.</summary>
    public static InvalidUdtException Create(Type udtType, string resourceReason)
    {
        ArgumentNullException.ThrowIfNull(udtType);
        return new InvalidUdtException($"'{udtType.FullName}' is no valid user-defined type: {resourceReason}");
    }
}
