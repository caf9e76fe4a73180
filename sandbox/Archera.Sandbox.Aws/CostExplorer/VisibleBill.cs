using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CostExplorer;

/// <summary>
/// What the caller may see of its organization's bill: the payer all accounts, a member only itself, and nobody a
/// charge of today or later.
/// </summary>
internal sealed class VisibleBill(Organization organization, JsonCall call, GroupedAnswers? grouped = null)
{
    private readonly bool _seesAll = organization.PayerAccountId == call.AccountId;

    public string Currency => organization.Bill.Currency;

    /// <summary>How its groups differ from it.</summary>
    public GroupedAnswer Grouped { get; } = grouped?.Of(organization.PayerAccountId) ?? new GroupedAnswer();

    public static VisibleBill Of(AwsWorld world, JsonCall call, GroupedAnswers? grouped = null) =>
        new(world.Find(call.AccountId) ?? throw CostExplorerRefusal.NotEnabled(), call, grouped);

    public string NameOf(string account) =>
        organization.Accounts.FirstOrDefault(each => each.Id == account)?.Name ?? account;

    public IEnumerable<Charge> Charges(CostSpan span, Func<Charge, bool> filter) =>
        ChargesByDay(span, filter).Select(each => each.Charge);

    /// <summary>The charges that are in groups.</summary>
    public IEnumerable<Charge> GroupedCharges(CostSpan span, Func<Charge, bool> filter) =>
        ChargesByDay(span, filter).Where(each => !Grouped.Hides(each.Day, each.Charge)).Select(each => each.Charge);

    private IEnumerable<(DateOnly Day, Charge Charge)> ChargesByDay(CostSpan span, Func<Charge, bool> filter)
    {
        for (var day = span.Start; day < span.End && day < call.Today; day = day.AddDays(1))
            foreach (var charge in organization.Bill.Day(day))
                if ((_seesAll || charge.LinkedAccount == call.AccountId) && filter(charge))
                    yield return (day, charge);
    }
}
