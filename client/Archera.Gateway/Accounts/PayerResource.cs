using Archera.Client.Accounts;
using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;

namespace Archera.Gateway.Accounts;

/// <summary>A payer account as its own tenant sees it.</summary>
/// <param name="PayerAccount">Its key, such as aws:111122223333.</param>
/// <param name="Tier">How much the customer's role grants; null with a problem.</param>
/// <param name="Mode">Whether it pays for an organization or is a linked account alone; null with a problem.</param>
/// <param name="Connection">Where its claim stands; null with a problem.</param>
/// <param name="ExternalId">What the role's trust policy must require as sts:ExternalId. Issued by us, never sent to
/// us; null with a problem.</param>
/// <param name="RoleArn">The verified role, or the candidate while none is verified; null before one is set.</param>
/// <param name="VendorPrincipalArn">Whom the role's trust policy must name as principal; null when the partition is no
/// longer served.</param>
/// <param name="Datasets">What is read from the account, and how fresh it is.</param>
/// <param name="LastError">The newest failure in words; null when the last attempt succeeded.</param>
/// <param name="NextExternalId">A newly issued external id that takes the other's place once it is verified; null while
/// none waits.</param>
/// <param name="Problem">Why nothing else can be shown of it, as the code that every request for the account is refused
/// with: account-unreadable or record-lost. Then lastError says what to do. In a list only; null otherwise.</param>
public sealed record PayerResource(
    string PayerAccount,
    PermissionTier? Tier,
    ConnectionMode? Mode,
    ConnectionState? Connection,
    string? ExternalId,
    string? RoleArn,
    string? VendorPrincipalArn,
    IReadOnlyList<DatasetResource> Datasets,
    string? LastError,
    string? NextExternalId,
    string? Problem = null)
{
    internal static PayerResource Of(PayerAccountView view, VendorPrincipals vendor) => new(
        view.PayerAccount.ToString(),
        view.Tier,
        view.Mode,
        view.Connection,
        view.ExternalId.Reveal(),
        view.RoleArn?.Value,
        vendor.Find(view.PayerAccount.Partition),
        [.. view.Datasets.Select(DatasetResource.Of)],
        view.LastError,
        view.NextExternalId?.Reveal());

    internal static PayerResource Of(ListedPayerAccount listed, VendorPrincipals vendor) => listed.Answer.IsGranted
        ? Of(listed.Answer.Value, vendor)
        : Of(listed.PayerAccount, listed.Answer.Refusal, vendor);

    private static PayerResource Of(PayerAccountKey payer, Refusal refusal, VendorPrincipals vendor) => new(
        payer.ToString(),
        Tier: null,
        Mode: null,
        Connection: null,
        ExternalId: null,
        RoleArn: null,
        vendor.Find(payer.Partition),
        Datasets: [],
        refusal.Message,
        NextExternalId: null,
        refusal.Code);
}
