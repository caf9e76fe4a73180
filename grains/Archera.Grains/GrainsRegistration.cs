using Archera.Aws.Calls;
using Archera.Contracts.Time;
using Archera.Grains.Accounts;
using Archera.Grains.Backfill;
using Archera.Grains.Offboarding;
using Archera.Grains.Onboarding;
using Archera.Grains.Refresh;
using Archera.Grains.Reports;
using Archera.Grains.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Archera.Grains;

public static class GrainsRegistration
{
    /// <summary>
    /// Registers what the grains need beside Orleans and AWS. The silo brings the storage named <c>Default</c>, the
    /// keys of what is stored, reminders, the stream provider <c>usage</c>, the connections and the datasets.
    /// </summary>
    public static IServiceCollection AddArcheraGrains(this IServiceCollection services, IConfiguration configuration)
    {
        Bind<RefreshOptions>(services, configuration.GetSection("Refresh"));
        Bind<OnboardingOptions>(services, configuration.GetSection("Onboarding"));
        Bind<OffboardingOptions>(services, configuration.GetSection("Offboarding"));
        Bind<BackfillOptions>(services, configuration.GetSection("Backfill"));
        Bind<ReportOptions>(services, configuration.GetSection("Reports"));
        Bind<BillingOptions>(services, configuration.GetSection(BillingOptions.Section));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new BillingClock(
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<BillingOptions>>().Value.OffsetDays));
        services.TryAddSingleton<AwsCallMeter>();
        services.TryAddSingleton<IAwsCallObserver>(provider => provider.GetRequiredService<AwsCallMeter>());
        services.TryAddSingleton<IAggregatePublisher, StreamAggregatePublisher>();
        services.TryAddSingleton<RefreshGate>();
        services.TryAddSingleton<BackfillGate>();
        services.TryAddSingleton<PageMeter>();
        services.TryAddSingleton<RefreshInstruments>();
        services.TryAddSingleton<AccountServices>();
        services.TryAddSingleton<DecodedDays>();
        services.TryAddSingleton<LastDoorTry>();
        services.TryAddSingleton<OffboardingInstruments>();
        services.TryAddSingleton<DepartureServices>();
        services.AddMetrics();
        return services;
    }

    private static void Bind<TOptions>(IServiceCollection services, IConfigurationSection section)
        where TOptions : class =>
        services.AddOptions<TOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
}
