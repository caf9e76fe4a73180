using Archera.Aws;
using Archera.Aws.Calls;
using Archera.Aws.Costs;
using Archera.Aws.Datasets.LinkedAccounts;
using Archera.Aws.Datasets.Machines;
using Archera.Aws.Datasets.Utilization;
using Archera.Aws.Sessions;
using Archera.Gateway;
using Archera.Gateway.Access;
using Archera.Gateway.Accounts;
using Archera.Gateway.Paging;
using Archera.Grains;
using Archera.Grains.Backfill;
using Archera.Grains.Offboarding;
using Archera.Grains.Refresh;
using Archera.Grains.Reports;
using Archera.Grains.Time;
using Archera.Silo.Clustering;
using Archera.Silo.Custody;
using Archera.Silo.Embedded;
using Microsoft.Extensions.Options;

namespace Archera.Silo.Start;

/// <summary>Looks at every option of ours before anything is made, whichever profile reads it.</summary>
internal static class OptionsCheck
{
    private static readonly Dictionary<string, Type[]> Sections = new()
    {
        [ProfileOptions.Section] = [typeof(ProfileOptions)],
        [EmbeddedOptions.Section] = [typeof(EmbeddedOptions)],
        [KeyOptions.Section] = [typeof(KeyOptions)],
        [StateOptions.Section] = [typeof(StateOptions)],
        [UsageQueueOptions.Section] = [typeof(UsageQueueOptions)],
        [OperatorOptions.Section] = [typeof(OperatorOptions)],
        [OnboardingOptions.Section] = [typeof(OnboardingOptions), typeof(Grains.Onboarding.OnboardingOptions)],
        [PagingOptions.Section] = [typeof(PagingOptions)],
        ["Offboarding"] = [typeof(OffboardingOptions)],
        ["Refresh"] = [typeof(RefreshOptions)],
        ["Backfill"] = [typeof(BackfillOptions)],
        ["Reports"] = [typeof(ReportOptions)],
        [BillingOptions.Section] = [typeof(BillingOptions)],
        [AwsOptions.Section] = [typeof(AwsOptions)],
        [AwsCallOptions.Section] = [typeof(AwsCallOptions)],
        [CostReadOptions.Section] = [typeof(CostReadOptions)],
        [LinkedAccountsOptions.Section] = [typeof(LinkedAccountsOptions)],
        [MachinesOptions.Section] = [typeof(MachinesOptions)],
        [UtilizationOptions.Section] = [typeof(UtilizationOptions)],
    };

    /// <exception cref="StartRefusedException">Names the option, its value and what is expected.</exception>
    public static void Require(IConfiguration configuration, SiloProfile profile)
    {
        foreach (var (section, records) in Sections)
            SectionReader.Require(configuration.GetSection(section), records, SectionsIn(section));
        foreach (var partition in configuration.GetSection(PartitionOptions.Section).GetChildren())
            SectionReader.Require(partition, [typeof(PartitionOptions), typeof(AwsPartitionOptions)], []);
        Rehearse(configuration, profile);
    }

    private static string[] SectionsIn(string section) =>
    [
        .. Sections.Keys.Where(other => other.StartsWith($"{section}:", StringComparison.Ordinal))
            .Select(other => other[(section.Length + 1)..]),
    ];

    // What no single value tells is asked of the product's own checks, in a container that makes nothing else.
    private static void Rehearse(IConfiguration configuration, SiloProfile profile)
    {
        var services = new ServiceCollection();
        services.AddArcheraAws(configuration);
        services.AddArcheraGrains(configuration);
        if (profile == SiloProfile.Embedded)
            AddGateway(services, WithOperatorKey(configuration));
        using var rehearsed = services.BuildServiceProvider();
        try
        {
            rehearsed.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (OptionsValidationException malformed)
        {
            throw new StartRefusedException(string.Join(" ", malformed.Failures), malformed);
        }
    }

    private static void AddGateway(ServiceCollection services, IConfiguration configuration)
    {
        try
        {
            services.AddArcheraGateway(configuration);
        }
        catch (InvalidOperationException malformed)
        {
            throw new StartRefusedException(malformed.Message, malformed);
        }
    }

    // As the start will: it makes a key where none is given.
    private static IConfiguration WithOperatorKey(IConfiguration configuration) =>
        configuration[OperatorKeyFile.Option] is { Length: > 0 }
            ? configuration
            : new ConfigurationBuilder().AddConfiguration(configuration)
                .AddInMemoryCollection([new(OperatorKeyFile.Option, OperatorKeyFile.Generate())]).Build();
}
