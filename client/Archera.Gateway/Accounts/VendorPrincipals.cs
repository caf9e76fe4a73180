using System.Text.RegularExpressions;
using Archera.Contracts.Identity;

namespace Archera.Gateway.Accounts;

/// <summary>Who we are in each AWS partition that this installation serves.</summary>
internal sealed partial class VendorPrincipals
{
    private readonly Dictionary<AwsPartition, string> _served = [];

    private VendorPrincipals()
    {
    }

    /// <summary>What customers' trust policies must name in the partition; null when it is not served.</summary>
    public string? Find(AwsPartition partition) => _served.GetValueOrDefault(partition);

    /// <exception cref="InvalidOperationException">Something configured can't be meant; the message is one
    /// line.</exception>
    public static VendorPrincipals Read(IConfiguration configuration)
    {
        var onboarding = configuration.GetSection(OnboardingOptions.Section).Get<OnboardingOptions>() ?? new();
        Check(onboarding.VendorPrincipalArn, "Onboarding:VendorPrincipalArn", expected: null);
        var principals = new VendorPrincipals();
        foreach (var section in configuration.GetSection(PartitionOptions.Section).GetChildren())
        {
            var options = section.Get<PartitionOptions>() ?? new();
            if (!AwsPartition.TryParse(section.Key, out var partition))
            {
                throw new InvalidOperationException(
                    $"{section.Path} is no AWS partition: use {string.Join(", ", AwsPartition.All)}.");
            }

            Check(options.VendorPrincipalArn, $"{section.Path}:VendorPrincipalArn", partition);
            var principal = options.VendorPrincipalArn
                ?? (PartitionOf(onboarding.VendorPrincipalArn) == partition ? onboarding.VendorPrincipalArn : null);
            if (!string.IsNullOrWhiteSpace(options.Profile) && principal is not null)
                principals._served[partition] = principal;
        }

        return principals;
    }

    private static void Check(string? arn, string path, AwsPartition? expected)
    {
        if (arn is not null && (PartitionOf(arn) is not { } partition || (expected ?? partition) != partition))
        {
            throw new InvalidOperationException(
                $"{path} is not the ARN of an IAM user or role{(expected is { } name ? $" in {name}" : "")}: " +
                "write it as arn:<partition>:iam::<account>:user/<name>. A whole account (:root) would let every " +
                "principal of it open customers' roles.");
        }
    }

    private static AwsPartition? PartitionOf(string? arn) =>
        arn is not null && Pattern().Match(arn) is { Success: true } match
        && AwsPartition.TryParse(match.Groups["partition"].Value, out var partition)
            ? partition
            : null;

    [GeneratedRegex(@"^arn:(?<partition>[a-z-]+):iam::[0-9]{12}:(user|role)/[!-~]{1,576}\z")]
    private static partial Regex Pattern();
}
