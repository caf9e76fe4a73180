using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Archera.Aws.Calls;

namespace Archera.Aws.Http;

/// <summary>
/// Reads the whole body before the SDK sees it, within a size and a pace, and refuses what is not AWS's. The SDK itself
/// bounds neither size nor time of a body, and reads foreign XML as an empty success. The attempt's deadline comes with
/// the cancellation token.
/// </summary>
internal sealed class AnswerHandler(
    HttpMessageHandler inner, OutboundGuard guard, AwsCallOptions options, TimeProvider time) : DelegatingHandler(inner)
{
    private const int FirstBuffer = 16 * 1024;

    private static readonly string[] RequestIdHeaders = ["x-amzn-RequestId", "x-amz-request-id"];

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var probe = WireProbe.Current
            ?? throw new InvalidOperationException("A request to AWS was made outside a call pipeline.");
        if (request.RequestUri is not { } address || !guard.Allows(address))
        {
            probe.Fault = WireFault.Forbidden;
            throw new WireFaultException(WireFault.Forbidden);
        }

        if (!probe.TrySend())
            throw new WireFaultException(WireFault.SecondRequest);
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            Note(response, SignedAt(request), probe);
            return await BufferAsync(response, probe, cancellationToken);
        }
        catch (WireFaultException fault)
        {
            probe.Fault = fault.Fault;
            throw;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            probe.Fault = (exception.InnerException as WireFaultException)?.Fault ?? WireFault.Broken;
            throw new WireFaultException(probe.Fault, exception);
        }
    }

    /// <summary>What AWS compares with its own clock: the SDK signs by the host's, whatever ours says.</summary>
    private DateTimeOffset SignedAt(HttpRequestMessage request) =>
        request.Headers.TryGetValues("X-Amz-Date", out var values)
            && DateTimeOffset.TryParseExact(
                values.FirstOrDefault(),
                "yyyyMMdd'T'HHmmss'Z'",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var signedAt)
            ? signedAt
            : time.GetUtcNow();

    private static void Note(HttpResponseMessage response, DateTimeOffset signedAt, WireProbe probe)
    {
        probe.Status = response.StatusCode;
        probe.Skew = response.Headers.Date - signedAt;
        foreach (var header in RequestIdHeaders)
        {
            if (response.Headers.TryGetValues(header, out var values))
                probe.RequestId ??= values.FirstOrDefault();
        }
    }

    private async Task<HttpResponseMessage> BufferAsync(
        HttpResponseMessage response, WireProbe probe, CancellationToken cancellationToken)
    {
        try
        {
            var body = await ReadAsync(response.Content, probe, cancellationToken);
            var success = response.StatusCode is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices;
            if (!AnswerShape.IsAws(probe.Protocol, probe.Operation, success, body.Span))
                throw new WireFaultException(WireFault.NotAws);
            var content = new ReadOnlyMemoryContent(body);
            CopyHeaders(response.Content.Headers, content.Headers);
            response.Content.Dispose();
            response.Content = content;
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(
        HttpContent content, WireProbe probe, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > options.MaxBodyBytes)
            throw new WireFaultException(WireFault.Oversized);
        using var pace = new CancellationTokenSource(options.BodyStall, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(pace.Token, cancellationToken);
        await using var stream = await content.ReadAsStreamAsync(both.Token);
        var expected = (int)Math.Min(content.Headers.ContentLength ?? FirstBuffer, options.MaxBodyBytes);
        var body = new ArrayBufferWriter<byte>(Math.Max(expected, 1) + 1);
        try
        {
            while (true)
            {
                var read = await stream.ReadAsync(body.GetMemory(), both.Token);
                if (read == 0)
                    return body.WrittenMemory;
                body.Advance(read);
                probe.BodyBytes += read;
                if (probe.BodyBytes > options.MaxBodyBytes)
                    throw new WireFaultException(WireFault.Oversized);
                pace.CancelAfter(options.BodyStall);
            }
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new WireFaultException(WireFault.Stalled, exception);
        }
    }

    private static void CopyHeaders(HttpContentHeaders from, HttpContentHeaders to)
    {
        foreach (var header in from)
            to.TryAddWithoutValidation(header.Key, header.Value);
    }
}
