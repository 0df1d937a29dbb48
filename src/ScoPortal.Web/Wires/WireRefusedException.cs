using ScoPortal.Core.Wire;

namespace ScoPortal.Web.Wires;

/// <summary>A file, or a part of one, that is not read.</summary>
internal sealed class WireRefusedException(WireRefusal refusal, string message) : Exception(message)
{
    public WireRefusal Refusal { get; } = refusal;
}
