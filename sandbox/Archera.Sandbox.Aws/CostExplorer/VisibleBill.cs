using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CostExplorer;

/// <summary>
/// What the caller may see of its organization's bill: the payer all accounts, a member only itself, and nobody a
/// charge of today or later.
/// </summary>
internal sealed class VisibleBill(Organization organization, JsonCall call)
{
    private readonly bool _seesAll = organization.PayerAccountId == call.AccountId;

    public string Currency => organization.Bill.Currency;

    public static VisibleBill Of(AwsWorld world, JsonCall call) =>
        new(world.Find(call.AccountId) ?? throw CostExplorerRefusal.NotEnabled(), call);

    public string NameOf(string account) =>
        organization.Accounts.FirstOrDefault(each => each.Id == account)?.Name ?? account;

    public IEnumerable<Charge> Charges(CostSpan span, Func<Charge, bool> filter)
    {
        for (var day = span.Start; day < span.End && day < call.Today; day = day.AddDays(1))
            foreach (var charge in organization.Bill.Day(day))
                if ((_seesAll || charge.LinkedAccount == call.AccountId) && filter(charge))
                    yield return charge;
    }
}
