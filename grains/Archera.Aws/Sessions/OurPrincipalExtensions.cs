using Archera.Contracts.Identity;

namespace Archera.Aws.Sessions;

internal static class OurPrincipalExtensions
{
    /// <summary>The option that names the principal's credential profile.</summary>
    public static string ProfileOption(this OurPrincipal principal, AwsPartition partition) =>
        $"Aws:Partitions:{partition}:" + principal switch
        {
            OurPrincipal.Witness => nameof(AwsPartitionOptions.WitnessProfile),
            OurPrincipal.Colleague => nameof(AwsPartitionOptions.ColleagueProfile),
            _ => nameof(AwsPartitionOptions.Profile),
        };

    public static string? ProfileOf(this AwsPartitionOptions options, OurPrincipal principal) => principal switch
    {
        OurPrincipal.Witness => options.WitnessProfile,
        OurPrincipal.Colleague => options.ColleagueProfile,
        _ => options.Profile,
    };

    public static string? ControlRoleOf(this AwsPartitionOptions options, OurPrincipal principal) => principal switch
    {
        OurPrincipal.Witness => options.WitnessControlRole,
        OurPrincipal.Colleague => options.ColleagueControlRole,
        _ => null,
    };
}
