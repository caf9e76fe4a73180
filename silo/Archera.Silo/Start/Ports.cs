using System.Net;
using System.Net.Sockets;

namespace Archera.Silo.Start;

/// <summary>TCP ports: finds free ones, and finds out before the start that one is taken.</summary>
public static class Ports
{
    /// <summary>The port asked for after a look whether it is free, or a free one for 0.</summary>
    public static int Resolve(int asked, IPAddress address, string option)
    {
        try
        {
            using var listener = new TcpListener(address, asked);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException refused)
        {
            throw Refused($"{address}:{asked}", refused, option);
        }
    }

    /// <summary>Looks whether every HTTP address can be listened on.</summary>
    public static void RequireFree(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var binding = Parse(url);
            if (binding.IsUnixPipe || binding.IsNamedPipe || binding.Port == 0)
                continue;
            Resolve(binding.Port, AddressOf(binding.Host), "--urls");
        }
    }

    private static BindingAddress Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException malformed)
        {
            throw new StartRefusedException(
                $"--urls: '{url}' is not an address such as http://127.0.0.1:5080.", malformed);
        }
    }

    private static IPAddress AddressOf(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var address) ? address
        : host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
        : IPAddress.Any;

    private static StartRefusedException Refused(string endpoint, SocketException refused, string option) =>
        refused.SocketErrorCode == SocketError.AddressAlreadyInUse
            ? new($"{endpoint} is taken by another program. Stop that one, or choose another with {option}.", refused)
            : new(
                $"{endpoint} can't be listened on ({refused.SocketErrorCode}). Choose another with {option}.", refused);
}
