using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Archera.UnitTests.AwsSdk;

/// <summary>Answers every connection on a loopback socket with the same bytes, and keeps the requests.</summary>
public sealed class WireServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<WireRequest> _requests = [];
    private readonly Task _serving;

    private WireServer(byte[] answer)
    {
        _listener.Start();
        _serving = Serve(answer);
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public IReadOnlyList<WireRequest> Requests => _requests;

    public static WireServer Answering(
        int status, string body, string contentType = "application/x-amz-json-1.1", string header = "X-Other: none")
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var head = $"HTTP/1.1 {status} X\r\nContent-Type: {contentType}\r\nContent-Length: {bytes.Length}\r\n"
            + $"x-amzn-RequestId: 5d1a7c3e-0000-4000-8000-000000000001\r\n{header}\r\nConnection: close\r\n\r\n";
        return new WireServer([.. Encoding.ASCII.GetBytes(head), .. bytes]);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _stop.Dispose();
        _listener.Dispose();
    }

    private async Task Serve(byte[] answer)
    {
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptTcpClientAsync(_stop.Token);
                var stream = connection.GetStream();
                _requests.Add(await Read(stream, _stop.Token));
                await stream.WriteAsync(answer, _stop.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The test has what it came for.
        }
    }

    private static async Task<WireRequest> Read(NetworkStream stream, CancellationToken cancellationToken)
    {
        var received = new List<byte>();
        var buffer = new byte[16 * 1024];
        int headEnd;
        while ((headEnd = EndOfHead(received)) < 0)
            received.AddRange(buffer.AsSpan(0, await ReadSome(stream, buffer, cancellationToken)));
        var lines = Encoding.ASCII.GetString([.. received[..headEnd]]).Split("\r\n");
        var headers = lines[1..].Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var length = int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture);
        var bodyStart = headEnd + 4;
        while (received.Count < bodyStart + length)
            received.AddRange(buffer.AsSpan(0, await ReadSome(stream, buffer, cancellationToken)));
        return new WireRequest(lines[0], headers, Encoding.UTF8.GetString([.. received[bodyStart..]]));
    }

    private static int EndOfHead(List<byte> received) =>
        Encoding.Latin1.GetString([.. received]).IndexOf("\r\n\r\n", StringComparison.Ordinal);

    private static async Task<int> ReadSome(NetworkStream stream, byte[] buffer, CancellationToken cancellationToken)
    {
        var count = await stream.ReadAsync(buffer, cancellationToken);
        return count > 0 ? count : throw new IOException("The client closed the connection inside its request.");
    }
}
