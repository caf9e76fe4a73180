using Archera.Sandbox.Aws.Faults;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>Puts an answer on the wire, with the transport faults that were drawn for it.</summary>
internal sealed class AnswerWriter(TimeProvider time)
{
    /// <summary>How many pieces a slow body comes in.</summary>
    internal const int SlowPieces = 32;

    private static readonly byte[] SignInPage = """
        <!DOCTYPE html>
        <html><head><title>Sign in</title></head><body><h1>Sign in to continue to the network</h1></body></html>
        """u8.ToArray();

    internal static void Head(HttpResponse response, string requestId, DateTimeOffset now)
    {
        response.Headers.Date = now.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        response.Headers["x-amzn-RequestId"] = requestId;
    }

    internal static async Task WriteSignInPageAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.Headers.Remove("x-amzn-RequestId"); // The proxy's answer, not AWS's.
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = SignInPage.Length;
        await response.Body.WriteAsync(SignInPage, cancellationToken);
    }

    internal async Task WriteAsync(
        HttpContext context, WireAnswer answer, DrawnFaults faults, CancellationToken cancellationToken)
    {
        var response = context.Response;
        var body = answer.Body;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength = body.Length;
        if (answer.ErrorType is not null)
            response.Headers["x-amzn-ErrorType"] = answer.ErrorType;
        foreach (var (name, value) in answer.Headers)
            response.Headers[name] = value;
        if (faults.Has(FaultKind.Reset))
        {
            await response.Body.WriteAsync(body[..(body.Length / 2)], cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
            context.Abort();
            return;
        }

        if (faults.Has(FaultKind.Truncate))
        {
            body = body[..(body.Length / 2)];
            response.ContentLength = body.Length;
            response.Headers.Connection = "close";
        }

        if (faults.Has(FaultKind.SlowBody))
            await TrickleAsync(response, body, faults.Span(FaultKind.SlowBody), cancellationToken);
        else
            await response.Body.WriteAsync(body, cancellationToken);
    }

    private async Task TrickleAsync(
        HttpResponse response, ReadOnlyMemory<byte> body, TimeSpan pause, CancellationToken cancellationToken)
    {
        await response.StartAsync(cancellationToken);
        var piece = Math.Max(1, (body.Length + SlowPieces - 1) / SlowPieces);
        for (var start = 0; start < body.Length; start += piece)
        {
            await Task.Delay(pause, time, cancellationToken);
            await response.Body.WriteAsync(body.Slice(start, Math.Min(piece, body.Length - start)), cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
        }
    }
}
