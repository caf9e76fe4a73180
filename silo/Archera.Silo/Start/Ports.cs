using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Archera.Silo.Start;

/// <summary>TCP ports: finds free ones, and finds out before the start that one is taken.</summary>
public static class Ports
{
    /// <summary>
    /// Free ports are drawn from here. The system gives its own, from 32768 on, to outgoing connections too: one of
    /// those could take the port between this look and the silo's own listening.
    /// </summary>
    public const int FirstFree = 20_000;

    public const int LastFree = 29_999;

    /// <summary>So many draws find a free port even where nine of ten are taken.</summary>
    private const int Draws = 100;

    /// <summary>The port asked for after a look whether it is free, or a free one for 0.</summary>
    public static int Resolve(int asked, IPAddress address, string option)
    {
        for (var draw = 1; ; draw++)
        {
            var port = asked == 0 ? RandomNumberGenerator.GetInt32(FirstFree, LastFree + 1) : asked;
            try
            {
                using var listener = new TcpListener(address, port);
                listener.Start();
                return port;
            }
            catch (SocketException taken) when (asked == 0 && draw < Draws && IsTaken(taken))
            {
                // The next draw is another port.
            }
            catch (SocketException refused)
            {
                throw Refused($"{address}:{port}", refused, option);
            }
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
            var binding = BindingAddress.Parse(url);
            return binding.IsUnixPipe || binding.IsNamedPipe || binding.Port is >= 0 and <= IPEndPoint.MaxPort
                ? binding
                : throw new FormatException("A port is 65535 at most.");
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

    private static bool IsTaken(SocketException refused) =>
        refused.SocketErrorCode == SocketError.AddressAlreadyInUse;

    private static StartRefusedException Refused(string endpoint, SocketException refused, string option) =>
        IsTaken(refused)
            ? new($"{endpoint} is taken by another program. Stop that one, or choose another with {option}.", refused)
            : new(
                $"{endpoint} can't be listened on ({refused.SocketErrorCode}). Choose another with {option}.", refused);
}
