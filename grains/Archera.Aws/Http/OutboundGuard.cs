using System.Net;
using System.Net.Sockets;
using Archera.Aws.Sessions;
using Microsoft.Extensions.Options;

namespace Archera.Aws.Http;

/// <summary>
/// Where requests may go: to AWS's own names over TLS, whose certificates a name that resolves to another machine can't
/// show; or, where the process's own configuration replaces AWS, to that one address. Never to a link-local address,
/// which is where machines ask for credentials, nor to this machine under one of AWS's names.
/// </summary>
internal sealed class OutboundGuard(IOptions<AwsOptions> options)
{
    private static readonly string[] AwsDomains = [".amazonaws.com", ".amazonaws.com.cn"];

    private Uri? Replacement => options.Value.EndpointOverride;

    /// <summary>Whether a request may be sent to the address at all.</summary>
    public bool Allows(Uri address) => Replacement is { } replacement
        ? address.GetLeftPart(UriPartial.Authority) == replacement.GetLeftPart(UriPartial.Authority)
        : address is { Scheme: "https", IsDefaultPort: true, UserInfo: "" } && AwsDomains.Any(domain =>
            address.Host.EndsWith(domain, StringComparison.OrdinalIgnoreCase));

    /// <summary>Connects to what the name resolves to, and to nothing that AWS is never at.</summary>
    /// <exception cref="WireFaultException">The name resolves to no address that may be asked.</exception>
    public async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await Dns.GetHostAddressesAsync(host, cancellationToken);
        var allowed = addresses.Where(MayConnect).ToArray();
        if (allowed.Length == 0)
            throw new WireFaultException(WireFault.Forbidden);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public static bool IsLinkLocal(IPAddress address)
    {
        var plain = Plain(address);
        return plain.IsIPv6LinkLocal || plain.GetAddressBytes() is [169, 254, ..] and { Length: 4 };
    }

    private bool MayConnect(IPAddress address) =>
        !IsLinkLocal(address) && (Replacement is not null || !IsThisMachine(Plain(address)));

    private static bool IsThisMachine(IPAddress address) => IPAddress.IsLoopback(address)
        || address.Equals(IPAddress.Any)
        || address.Equals(IPAddress.IPv6Any);

    private static IPAddress Plain(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
