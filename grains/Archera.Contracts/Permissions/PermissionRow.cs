using System.Collections.Immutable;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;

namespace Archera.Contracts.Permissions;

/// <summary>One IAM action that a customer's role grants us, and why.</summary>
/// <param name="Action">As IAM writes it, such as <c>ce:GetCostAndUsage</c>. A trailing <c>*</c> in tier Production
/// only.</param>
/// <param name="Tier">The lowest tier whose template grants it.</param>
/// <param name="Datasets">The datasets that are not read without it. Empty where the verification alone needs it, and
/// where no dataset reads it yet.</param>
/// <param name="Reason">Why it is asked for, in a sentence for the customer's security engineer.</param>
/// <param name="Missing">What will be missing without it, in a sentence.</param>
/// <param name="Writes">It can change something: no session of ours is ever allowed it.</param>
/// <param name="Verifies">The verification itself needs it: without it nobody is connected, and who is connected does
/// not stay so.</param>
public sealed record PermissionRow(
    string Action,
    PermissionTier Tier,
    PermissionScope Scope,
    ImmutableArray<DatasetName> Datasets,
    string Reason,
    string Missing,
    bool Writes = false,
    bool Verifies = false)
{
    private const char Wildcard = '*';

    /// <summary>Those of <see cref="Datasets"/> that an account connected alone is not read for.</summary>
    public ImmutableArray<DatasetName> PayerDatasets { get; init; } = [];

    public bool IsWildcard => Action[^1] == Wildcard;

    /// <summary>The statement that grants it, to paste into the permission policy of the role.</summary>
    public string Statement => $$"""{"Effect":"Allow","Action":"{{Action}}","Resource":"*"}""";

    /// <summary>
    /// What a customer needs to know whose role does not allow it: behind the account's name, and without a full stop.
    /// </summary>
    public string WhenDenied =>
        $"the role does not allow {Action}. {Reason} Missing without it: {Missing}"
        + $" Add to the role's permission policy the statement {Statement}";

    /// <summary>The datasets that an account connected in this mode is not read for without it.</summary>
    public ImmutableArray<DatasetName> DatasetsIn(ConnectionMode mode) =>
        mode == ConnectionMode.Payer ? Datasets : Datasets.RemoveRange(PayerDatasets);

    public bool Covers(string action) => IsWildcard
        ? action.StartsWith(Action[..^1], StringComparison.Ordinal)
        : action == Action;
}
