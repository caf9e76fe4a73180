namespace Archera.Sandbox.Aws.Worlds.Generated;

/// <summary>
/// Which commitments an organization holds: one Savings Plan per kind of plan and one reservation per service, each
/// with a renewal date of its own. No two share a fee service, so the term of each can be read off the bill.
/// </summary>
internal static class Commitments
{
    private const int MostUsers = 5;

    public static IReadOnlyList<Commitment> Of(
        IReadOnlyList<ServiceEntry> services, IReadOnlyList<MemberAccount> accounts, Draw payer)
    {
        var plans = services
            .Where(service => service.SavingsPlan is not null)
            .GroupBy(service => service.SavingsPlan!, StringComparer.Ordinal)
            .Where(plan => payer.With("plan").With(plan.Key).Chance(0.9))
            .Select(plan => Create(CommitmentKind.SavingsPlan, plan.Key, [.. plan], accounts, payer.With(plan.Key)));
        var reservations = services
            .Where(service => service.Reservable && payer.With("reservation").With(service.Name).Chance(0.8))
            .Select(service =>
                Create(CommitmentKind.Reservation, service.Name, [service], accounts, payer.With(service.Name)));
        return [.. plans, .. reservations];
    }

    private static Commitment Create(
        CommitmentKind kind,
        string feeService,
        IReadOnlyList<ServiceEntry> covered,
        IReadOnlyList<MemberAccount> accounts,
        Draw draw)
    {
        var owner = draw.With("central").Chance(0.7) ? 0 : draw.With("owner").Below(accounts.Count);
        var scale = (double)covered.Sum(service => service.TypicalDailyCost) / 24;
        return new Commitment(kind, feeService, accounts[owner].Id, draw.With("terms"), scale)
        {
            Users = Users(covered, accounts, draw.With("users")),
        };
    }

    private static IReadOnlyList<(string, string, decimal)> Users(
        IReadOnlyList<ServiceEntry> covered, IReadOnlyList<MemberAccount> accounts, Draw draw)
    {
        var first = draw.With("first").Below(accounts.Count);
        var users = Enumerable.Range(0, Math.Min(MostUsers, accounts.Count)).SelectMany(
            place => covered.Select(service => (service.Name, accounts[(first + place) % accounts.Count].Id)));
        var chosen = users.Take(MostUsers * 2).ToList();
        var share = decimal.Round(1m / chosen.Count, 4, MidpointRounding.ToZero);
        return [.. chosen.Select(user => (user.Name, user.Id, share))];
    }
}
