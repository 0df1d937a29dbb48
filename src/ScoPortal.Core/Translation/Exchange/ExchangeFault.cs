namespace ScoPortal.Core.Translation.Exchange;

/// <summary>Why a file, or a sentence of one, is refused.</summary>
public enum ExchangeFault
{
    /// <summary>File: it is no well-formed XML, or declares entities.</summary>
    NotXml = 1,

    /// <summary>File: it is XML of another kind, or of a version that is not read.</summary>
    NotKnown = 2,

    /// <summary>File: it is longer or nested deeper than any honest one.</summary>
    TooLarge = 3,

    /// <summary>File: it holds nothing to translate.</summary>
    Nothing = 4,

    /// <summary>File: it names no release that is being translated.</summary>
    UnknownRelease = 5,

    /// <summary>Nobody has given that number to a sentence, or it is gone.</summary>
    UnknownUnit = 6,

    /// <summary>The source has changed since the file was made.</summary>
    SourceChanged = 7,

    /// <summary>A code of the source is not in the translation.</summary>
    CodeMissing = 8,

    /// <summary>A code is in the translation twice.</summary>
    CodeDoubled = 9,

    /// <summary>A code was changed, or added.</summary>
    CodeUnknown = 10,

    /// <summary>A pair of codes ends before it begins, or crosses another.</summary>
    CodeCrossed = 11,

    /// <summary>There is no translation.</summary>
    Empty = 12,

    /// <summary>The element cannot be used.</summary>
    Damaged = 13,

    /// <summary>It is in another language, or lacks one.</summary>
    WrongLanguage = 14,

    /// <summary>It is longer than any sentence.</summary>
    TooLong = 15,

    /// <summary>File: who brings it may not write that language.</summary>
    NotYours = 16,

    /// <summary>Somebody has changed the translation since the file was made, and the file has a third one.</summary>
    TargetChanged = 17,

    /// <summary>File: it holds one release twice, and does not say which is right.</summary>
    ReleaseTwice = 18,
}
