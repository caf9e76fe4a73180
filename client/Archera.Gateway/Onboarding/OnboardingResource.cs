using System.Collections.Immutable;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;

namespace Archera.Gateway.Onboarding;

/// <summary>The role of one claim as data: whom it trusts, what it grants, and why.</summary>
/// <param name="PayerAccount">The account that the role belongs into.</param>
/// <param name="Tier">How much the role grants.</param>
/// <param name="Mode">Whether the account pays for an organization or is a linked account alone.</param>
/// <param name="RoleName">The name that the templates give the role.</param>
/// <param name="RoleArn">Its ARN under that name.</param>
/// <param name="MaxSessionSeconds">The longest session that it needs to allow.</param>
/// <param name="VendorPrincipalArn">Whom its trust policy names.</param>
/// <param name="ExternalId">What its trust policy requires as sts:ExternalId.</param>
/// <param name="TrustPolicy">Who may open it.</param>
/// <param name="PermissionPolicy">What it grants.</param>
/// <param name="SessionPolicy">What each session of ours is narrowed to, whatever the role grants.</param>
/// <param name="Permissions">Every action that it grants, and why.</param>
/// <param name="ConsoleUrl">Where a stack is created from the template in the account's partition.</param>
/// <param name="QuickCreateUrl">A link that shows the stack filled in; null where the installation has published no
/// template in the account's partition.</param>
/// <param name="Notes">What to know before the role is created.</param>
public sealed record OnboardingResource(
    string PayerAccount,
    PermissionTier Tier,
    ConnectionMode Mode,
    string RoleName,
    string RoleArn,
    int MaxSessionSeconds,
    string VendorPrincipalArn,
    string ExternalId,
    PolicyDocument TrustPolicy,
    PolicyDocument PermissionPolicy,
    PolicyDocument SessionPolicy,
    IReadOnlyList<PermissionResource> Permissions,
    string ConsoleUrl,
    string? QuickCreateUrl,
    IReadOnlyList<string> Notes)
{
    private const string GovCloud =
        "AWS offers Cost Explorer in no GovCloud account: its costs are on the bill of the standard account that it is "
        + "paired with. Claim that one, in partition aws; this role brings no figures.";

    private const string Narrowed =
        "The role grants writes on commitments. Our own sessions are narrowed to the sessionPolicy and can't use them.";

    private const string StackSet =
        "stackset.yaml is for the linked accounts: their machines are read in each of them, costs in the payer "
        + "account. A linked account without it is named as late. A service-managed stack set leaves the management "
        + "account out: it needs its own stack.";

    private const string Alone =
        "A linked account connected alone shows its own bill only: what its payer shares out may be missing or wrong.";

    internal static OnboardingResource Of(RoleBlueprint role, PublishedTemplates published) => new(
        role.Account.ToString(),
        role.Rights.Tier,
        role.Rights.Mode,
        RoleBlueprint.RoleName,
        role.RoleArn,
        RoleBlueprint.MaxSessionSeconds,
        role.VendorPrincipalArn,
        role.ExternalId.Reveal(),
        role.TrustPolicy,
        role.Rights.PermissionPolicy,
        role.Rights.SessionPolicy,
        [.. role.Rights.Rows.Select(row => PermissionResource.Of(row, role.Rights.Mode))],
        AwsConsole.Of(role.Account.Partition).CreateStackUrl,
        published.QuickCreateUrl(role),
        NotesOn(role));

    private static ImmutableArray<string> NotesOn(RoleBlueprint role)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        if (role.Account.Partition == AwsPartition.AwsUsGov)
            notes.Add(GovCloud);
        if (role.Rights.Rows.Any(row => row.Writes))
            notes.Add(Narrowed);
        notes.Add(role.Rights.Mode == ConnectionMode.Payer ? StackSet : Alone);
        return notes.ToImmutable();
    }
}
