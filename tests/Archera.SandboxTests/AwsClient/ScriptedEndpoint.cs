using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Archera.SandboxTests.AwsClient;

/// <summary>
/// A listener that answers every connection with given bytes and counts the requests that it read: for what a web
/// server refuses to send, such as half a body or a reset.
/// </summary>
internal sealed class ScriptedEndpoint : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<NetworkStream, Socket, Task> _answer;
    private readonly Task _loop;
    private int _requests;

    private ScriptedEndpoint(Func<NetworkStream, Socket, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _loop = AcceptAsync();
    }

    internal Uri Address { get; }

    internal int Requests => Volatile.Read(ref _requests);

    /// <summary>Sends the bytes and closes, whatever length they announce.</summary>
    internal static ScriptedEndpoint Sends(string response) => new(async (stream, _) =>
        await stream.WriteAsync(Encoding.UTF8.GetBytes(response.ReplaceLineEndings("\r\n"))));

    /// <summary>Sends the bytes, then cuts the connection with a reset.</summary>
    internal static ScriptedEndpoint Resets(string response) => new(async (stream, socket) =>
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(response.ReplaceLineEndings("\r\n")));
        socket.LingerState = new LingerOption(true, 0);
    });

    /// <summary>Reads the request and never says anything.</summary>
    internal static ScriptedEndpoint Silent(CancellationToken until) => new(async (_, _) =>
    {
        var never = new TaskCompletionSource();
        await using var registration = until.Register(never.SetResult);
        await never.Task;
    });

    /// <summary>Sends blanks for as long as somebody reads.</summary>
    internal static ScriptedEndpoint Endless() => new(async (stream, _) =>
    {
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nx-amzn-RequestId: r-1\r\n\r\n"u8.ToArray());
        var blanks = new byte[16 * 1024];
        blanks.AsSpan().Fill((byte)' ');
        while (true)
            await stream.WriteAsync(blanks);
    });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var socket = await _listener.AcceptSocketAsync(_stop.Token);
                await AnswerAsync(socket);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(Socket socket)
    {
        await using var stream = new NetworkStream(socket);
        try
        {
            await ReadRequestAsync(stream);
            Interlocked.Increment(ref _requests);
            await _answer(stream, socket);
        }
        catch (IOException)
        {
            // The client gave up, as it may.
        }
    }

    private async Task ReadRequestAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[8 * 1024];
        while (true)
        {
            var read = await stream.ReadAsync(buffer, _stop.Token);
            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
            var headersEnd = text.ToString().IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (headersEnd >= 0 && text.Length >= headersEnd + 4 + ContentLength(text.ToString()))
                return;
            if (read == 0)
                throw new IOException("The request ended early.");
        }
    }

    private static int ContentLength(string headers)
    {
        const string name = "content-length:";
        var at = headers.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? 0 : int.Parse(headers[(at + name.Length)..headers.IndexOf('\r', at)].Trim(), null);
    }
}
