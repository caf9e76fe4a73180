using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Archera.Aws.Sessions;
using Microsoft.Extensions.Options;

namespace Archera.Aws.Http;

/// <summary>
/// Where requests may go: to AWS's own names over TLS, whose certificates a name that resolves to another machine can't
/// show; or, where the process's own configuration replaces AWS, to that one address. Never to where machines ask for
/// their credentials, nor to this machine under one of AWS's names.
/// </summary>
internal sealed partial class OutboundGuard(IOptions<AwsOptions> options)
{
    /// <summary>Where EC2 machines ask for credentials over IPv6; it is unique-local, not link-local.</summary>
    private static readonly IPAddress Ec2Metadata = IPAddress.Parse("fd00:ec2::254");

    private Uri? Replacement => options.Value.EndpointOverride;

    /// <summary>Whether a request may be sent to the address at all.</summary>
    public bool Allows(Uri address) => Replacement is { } replacement
        ? address.GetLeftPart(UriPartial.Authority) == replacement.GetLeftPart(UriPartial.Authority)
        : address is { Scheme: "https", IsDefaultPort: true, UserInfo: "" } && Endpoint().IsMatch(address.Host);

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

    public static bool IsCredentialSource(IPAddress address)
    {
        var plain = Plain(address);
        return plain.IsIPv6LinkLocal
            || plain.Equals(Ec2Metadata)
            || plain.GetAddressBytes() is [169, 254, ..] and { Length: 4 };
    }

    private bool MayConnect(IPAddress address) =>
        !IsCredentialSource(address) && (Replacement is not null || !IsThisMachine(Plain(address)));

    private static bool IsThisMachine(IPAddress address) => IPAddress.IsLoopback(address)
        || address.Equals(IPAddress.Any)
        || address.Equals(IPAddress.IPv6Any);

    // Customers have names under amazonaws.com too: a service's name and a Region's, and nothing else.
    [GeneratedRegex(
        @"^(sts|ce|organizations|ec2|savingsplans|monitoring)(\.[a-z]{2}(-[a-z]+)+-[0-9])?\.amazonaws\.com(\.cn)?\z")]
    private static partial Regex Endpoint();

    private static IPAddress Plain(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
