using Archera.Sandbox.DataDirectory;
using Archera.Sandbox.PublicApi;

namespace Archera.Sandbox.Onboarding;

/// <summary>
/// A customer whose accounts are connected, and its payers as they stood when waiting for them ended.
/// </summary>
internal sealed record OnboardedTenant(
    CustomerPlan Plan, Customer Customer, ApiClient Api, IReadOnlyList<PayerAnswer> Payers)
{
    internal int LatePartitions => Payers.Sum(payer => payer.LatePartitions);
}
