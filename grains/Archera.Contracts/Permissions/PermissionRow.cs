using System.Collections.Immutable;
using Archera.Contracts.Accounts;

namespace Archera.Contracts.Permissions;

/// <summary>One IAM action that a customer's role grants us, and why.</summary>
/// <param name="Action">As IAM writes it, such as <c>ce:GetCostAndUsage</c>; wildcards in tier Production only.</param>
/// <param name="Tier">The tier whose template grants it.</param>
/// <param name="Datasets">The datasets that are not read without it; empty where onboarding alone needs it.</param>
/// <param name="Reason">Why it is asked for, in a sentence for the customer's security engineer.</param>
/// <param name="Missing">What will be missing without it, in a sentence.</param>
/// <param name="Writes">It can change something: no session of ours is ever allowed it.</param>
public sealed record PermissionRow(
    string Action,
    PermissionTier Tier,
    PermissionScope Scope,
    ImmutableArray<string> Datasets,
    string Reason,
    string Missing,
    bool Writes = false);
