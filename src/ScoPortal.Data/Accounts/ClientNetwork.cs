using System.Net;
using System.Net.Sockets;

namespace ScoPortal.Data.Accounts;

/// <summary>What is kept of where somebody comes from: enough to see that it was another network, too little to find a person by.</summary>
public static class ClientNetwork
{
    /// <summary>The network of an address: of IPv4 three parts of four ("192.0.2.0/24"), of IPv6 the first 48 bits ("2001:db8:1::/48").</summary>
    public static string? Of(IPAddress? address)
    {
        if (address is null)
            return null;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var (bytes, kept) = (address.GetAddressBytes(), address.AddressFamily == AddressFamily.InterNetworkV6 ? 6 : 3);
        bytes.AsSpan(kept).Clear();
        return FormattableString.Invariant($"{new IPAddress(bytes)}/{kept * 8}");
    }
}
