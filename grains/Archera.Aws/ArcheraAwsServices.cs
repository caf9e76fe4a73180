using Archera.Aws.Calls;
using Archera.Aws.Costs;
using Archera.Aws.Datasets;
using Archera.Aws.Datasets.Commitments;
using Archera.Aws.Datasets.CostByRecordType;
using Archera.Aws.Datasets.CostByRegion;
using Archera.Aws.Datasets.CostByServiceAndAccount;
using Archera.Aws.Datasets.CostByUsageType;
using Archera.Aws.Datasets.LinkedAccounts;
using Archera.Aws.Datasets.Machines;
using Archera.Aws.Datasets.Utilization;
using Archera.Aws.Http;
using Archera.Aws.Sessions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Archera.Aws;

public static class ArcheraAwsServices
{
    /// <summary>
    /// Adds <see cref="IAccountConnections"/>, <see cref="DatasetCatalogue"/> and the process's <see
    /// cref="AwsCallMeter"/>.
    /// </summary>
    public static IServiceCollection AddArcheraAws(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AwsOptions>().Bind(configuration.GetSection(AwsOptions.Section)).ValidateOnStart();
        services.AddOptions<AwsCallOptions>().Bind(configuration.GetSection(AwsCallOptions.Section))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<CostReadOptions>().Bind(configuration.GetSection(CostReadOptions.Section))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<LinkedAccountsOptions>().Bind(configuration.GetSection(LinkedAccountsOptions.Section))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<MachinesOptions>().Bind(configuration.GetSection(MachinesOptions.Section))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<CommitmentOptions>().Bind(configuration.GetSection(CommitmentOptions.Section))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<UtilizationOptions>().Bind(configuration.GetSection(UtilizationOptions.Section))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<AwsOptions>, AwsOptionsValidation>();

        services.AddMetrics();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<AwsCallMeter>();
        services.AddSingleton<AwsInstruments>();
        services.AddSingleton(provider => Jitter(provider.GetRequiredService<IOptions<AwsCallOptions>>().Value));
        services.AddSingleton<OutboundGuard>();
        services.AddSingleton<AwsHttpClientFactory>();
        services.AddSingleton<BaseCredentials>();
        services.AddSingleton<AwsClients>();
        services.AddSingleton<AwsLimiters>();
        services.AddSingleton<PrincipalIdentities>();
        services.AddSingleton<PrincipalAlarm>();
        services.AddSingleton<OurStanding>();
        services.AddSingleton<WitnessStand>();
        services.AddSingleton<OurPrincipals>();
        services.AddSingleton<IAccountConnections, AccountConnections>();

        services.AddSingleton<IDataset, CostByServiceAndAccountDataset>();
        services.AddSingleton<IDataset, CostByRecordTypeDataset>();
        services.AddSingleton<IDataset, CostByRegionDataset>();
        services.AddSingleton<IDataset, CostByUsageTypeDataset>();
        services.AddSingleton<IDataset, LinkedAccountsDataset>();
        services.AddSingleton<IDataset, MachinesDataset>();
        services.AddSingleton<IDataset, SavingsPlansDataset>();
        services.AddSingleton<IDataset, ReservationsDataset>();
        services.AddSingleton<IDataset, UtilizationDataset>();
        services.AddSingleton<IDataset, CommitmentRecommendationsDataset>();
        services.AddSingleton<DatasetCatalogue>();
        services.AddSingleton<CostTotals>();
        return services;
    }

    private static JitterSource Jitter(AwsCallOptions options) =>
        new(options.JitterSeed is { } seed ? new Random(seed) : new Random());
}
