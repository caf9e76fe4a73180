using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Archera.Gateway.Health;

/// <summary>Whether the process lives and can serve: for gateways, and for silos that serve nothing else.</summary>
public static class HealthEndpoints
{
    /// <summary>Adds what <see cref="MapArcheraHealth"/> asks: every <see cref="IReadinessCheck"/> there is.</summary>
    public static IServiceCollection AddArcheraHealth(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ReadinessReport>();
        return services;
    }

    public static void MapArcheraHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => TypedResults.Text("alive\n", "text/plain"))
            .WithName("Alive").WithTags("Health").WithSummary("The process is alive; nothing else is asked");
        routes.MapGet("/readyz", ReadyAsync)
            .Produces<ReadinessLine>(StatusCodes.Status200OK, "application/x-ndjson")
            .Produces<ReadinessLine>(StatusCodes.Status503ServiceUnavailable, "application/x-ndjson")
            .WithName("Ready").WithTags("Health")
            .WithSummary("Each dependency on a line of JSON; 503 when one is missing");
    }

    private static async Task<IResult> ReadyAsync(
        ReadinessReport report, IOptions<JsonOptions> json, CancellationToken cancellationToken)
    {
        var lines = await report.AskAsync(cancellationToken);
        var text = new StringBuilder();
        foreach (var line in lines)
            text.Append(JsonSerializer.Serialize(line, json.Value.SerializerOptions)).Append('\n');
        var status = lines.All(line => line.Ready)
            ? StatusCodes.Status200OK
            : StatusCodes.Status503ServiceUnavailable;
        return Results.Text(text.ToString(), "application/x-ndjson", Encoding.UTF8, status);
    }
}
