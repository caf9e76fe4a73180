using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CostExplorer.Commitments;

/// <summary>What the caller may see: the payer all of its organization, a member its own.</summary>
internal sealed class VisibleCommitments(AwsWorld world, Organization organization, JsonCall call)
{
    private readonly bool _seesAll = organization.PayerAccountId == call.AccountId;

    public DateOnly Today => call.Today;

    public string Currency => organization.Bill.Currency;

    public string NameOf(string account) =>
        organization.Accounts.FirstOrDefault(each => each.Id == account)?.Name ?? account;

    public string RegionOf(string account) => world.Machines.HomeRegion(account);

    public IEnumerable<string> Accounts => organization.Accounts.Select(account => account.Id).Where(Sees);

    /// <summary>Each commitment of the kind on each day, as far as the caller owns it.</summary>
    public IEnumerable<CommitmentDay> Owned(CostSpan span, bool savingsPlans) => Days(span)
        .SelectMany(organization.Bill.Commitments)
        .Where(day => day.Purchase.IsSavingsPlan == savingsPlans && Sees(day.Purchase.Owner));

    /// <summary>Every reservation of the service on each day, whoever owns it: all accounts may use it.</summary>
    public IEnumerable<CommitmentDay> Shared(CostSpan span, string service) => Days(span)
        .SelectMany(organization.Bill.Commitments)
        .Where(day => !day.Purchase.IsSavingsPlan && day.Purchase.Service == service);

    public IEnumerable<Charge> Charges(CostSpan span) =>
        Days(span).SelectMany(organization.Bill.Day).Where(charge => Sees(charge.LinkedAccount));

    public bool Sees(string account) => _seesAll || account == call.AccountId;

    private IEnumerable<DateOnly> Days(CostSpan span)
    {
        for (var day = span.Start; day < span.End && day < call.Today; day = day.AddDays(1))
            yield return day;
    }
}
