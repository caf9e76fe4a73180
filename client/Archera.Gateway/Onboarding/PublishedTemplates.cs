using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Gateway.Accounts;

namespace Archera.Gateway.Onboarding;

/// <summary>
/// The templates that an operator has copied to S3 for quick-create links. A link works in the partition of its bucket
/// alone: CloudFormation reads templates from no other.
/// </summary>
internal sealed class PublishedTemplates
{
    private const string Setting = $"{OnboardingOptions.Section}:{nameof(OnboardingOptions.TemplateBaseUrl)}";

    private readonly Uri? _folder;
    private readonly AwsPartition _partition;

    private PublishedTemplates(Uri? folder, AwsPartition partition) => (_folder, _partition) = (folder, partition);

    /// <summary>Every template to publish, by the name that a link gives it.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = (
        from tier in Enum.GetValues<PermissionTier>()
        from mode in Enum.GetValues<ConnectionMode>()
        select new RoleRights(tier, mode)).ToDictionary(NameOf, CloudFormationTemplate.Published);

    /// <exception cref="InvalidOperationException">The address is not one of S3's; the message is one line.</exception>
    public static PublishedTemplates Read(IConfiguration configuration)
    {
        var text = configuration.GetSection(OnboardingOptions.Section).Get<OnboardingOptions>()?.TemplateBaseUrl;
        if (string.IsNullOrWhiteSpace(text))
            return new PublishedTemplates(null, default);
        if (!Uri.TryCreate($"{text.TrimEnd('/')}/", UriKind.Absolute, out var folder)
            || folder.Scheme != Uri.UriSchemeHttps
            || folder is not { Query: "", Fragment: "", UserInfo: "" }
            || PartitionOf(folder.Host) is not { } partition)
        {
            throw new InvalidOperationException(
                $"{Setting} is not the https address of a folder in S3: CloudFormation reads templates from nowhere "
                + "else. Write it as https://<bucket>.s3.<region>.amazonaws.com/<folder>.");
        }

        return new PublishedTemplates(folder, partition);
    }

    /// <summary>Shows the claim's stack filled in; null where no template is published in its partition.</summary>
    public string? QuickCreateUrl(RoleBlueprint role) => _folder is { } folder && role.Account.Partition == _partition
        ? AwsConsole.Of(_partition).QuickCreateUrl(
            new Uri(folder, NameOf(role.Rights)),
            RoleBlueprint.RoleName,
            (CloudFormationTemplate.VendorPrincipalArn, role.VendorPrincipalArn),
            (CloudFormationTemplate.ExternalId, role.ExternalId.Reveal()),
            (CloudFormationTemplate.AccountId, role.Account.AccountId.Value))
        : null;

    private static string NameOf(RoleRights rights) => $"archera-{rights.Tier}-{rights.Mode}.yaml";

    private static AwsPartition? PartitionOf(string host) =>
        host.EndsWith(".amazonaws.com.cn", StringComparison.Ordinal) ? AwsPartition.AwsCn
        : !host.EndsWith(".amazonaws.com", StringComparison.Ordinal) ? null
        : host.Contains(".us-gov-", StringComparison.Ordinal) ? AwsPartition.AwsUsGov
        : AwsPartition.Aws;
}
