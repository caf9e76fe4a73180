namespace Archera.Gateway.Health;

/// <summary>Asks all dependencies at once and says of each whether it answers.</summary>
internal sealed class ReadinessReport(
    IEnumerable<IReadinessCheck> checks, IConfiguration configuration, TimeProvider time)
{
    /// <summary>How long a dependency may take: probes come every few seconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<IReadOnlyList<ReadinessLine>> AskAsync(CancellationToken cancellationToken)
    {
        var lines = await Task.WhenAll(checks.Select(check => AskAsync(check, cancellationToken)));
        return [.. AwsEndpoint(), .. lines];
    }

    private async Task<ReadinessLine> AskAsync(IReadinessCheck check, CancellationToken cancellationToken)
    {
        try
        {
            var result = await check.CheckAsync(cancellationToken).WaitAsync(Patience, time, cancellationToken);
            return new ReadinessLine(check.Name, result.IsReady, result.Detail);
        }
        catch (TimeoutException)
        {
            return new ReadinessLine(check.Name, Ready: false, $"no answer within {Patience.TotalSeconds:0} s");
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The type only: a message may hold a connection string.
            return new ReadinessLine(check.Name, Ready: false, $"failed with {exception.GetType().Name}");
        }
    }

    private IEnumerable<ReadinessLine> AwsEndpoint() =>
        configuration["Aws:EndpointOverride"] is { Length: > 0 } endpoint
            ? [new ReadinessLine("aws-endpoint", Ready: true, $"overridden: {Redact(endpoint)}")]
            : [];

    /// <summary>An address may carry a password.</summary>
    private static string Redact(string endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) ? $"{uri.Scheme}://{uri.Authority}" : "not an address";
}
