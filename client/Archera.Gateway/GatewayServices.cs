using System.Text.Json.Serialization;
using Archera.Client;
using Archera.Client.Keys;
using Archera.Gateway.Access;
using Archera.Gateway.Accounts;
using Archera.Gateway.Documentation;
using Archera.Gateway.Health;
using Archera.Gateway.Onboarding;
using Archera.Gateway.Paging;
using Archera.Gateway.Problems;
using Archera.Gateway.Requests;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Archera.Gateway;

/// <summary>
/// Registers the HTTP API in a host that has an <see cref="IGrainFactory"/>: a silo, or a cluster client.
/// </summary>
public static class GatewayServices
{
    /// <summary>
    /// Adds everything that <see cref="GatewayRoutes.MapArcheraGateway"/> serves. Reads the sections Operator,
    /// Paging, Onboarding and Aws; what is missing or malformed ends the start with one line.
    /// </summary>
    public static IServiceCollection AddArcheraGateway(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new ArcheraClient(
            provider.GetRequiredService<IGrainFactory>(), provider.GetRequiredService<TimeProvider>()));
        services.AddOptions<OperatorOptions>().Bind(configuration.GetSection(OperatorOptions.Section))
            .Validate(options => ApiKey.TryParse(options.Key, out _), OperatorKey.Missing)
            .ValidateOnStart();
        services.AddOptions<PagingOptions>().Bind(configuration.GetSection(PagingOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<Pager>();
        services.AddSingleton(VendorPrincipals.Read(configuration));
        services.AddSingleton(PublishedTemplates.Read(configuration));
        services.AddArcheraHealth();
        services.AddSingleton<IReadinessCheck, ServingCheck>();
        services.AddApiKeys();
        services.AddExceptionHandler<FailureHandler>();
        services.AddApiDescription();
        services.Configure<KestrelServerOptions>(RequestLimits.Apply);
        return services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNameCaseInsensitive = false;
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
        });
    }
}
