using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.Truth;

/// <summary>
/// What was committed, used and covered, day by day, added up from the bill and the commitments behind it. It shares
/// no code with the simulated Cost Explorer, so that a mistake there cannot hide here.
/// </summary>
public static class CommitmentTruth
{
    public const string SavingsPlans = "SavingsPlans";
    public const string Reservations = "Reservations";

    /// <summary>Each reservation is for ten machines.</summary>
    private const decimal ReservedHours = 240;

    private static readonly string[] Coverable =
    [
        "Amazon Elastic Compute Cloud - Compute", "AWS Lambda", "Amazon Elastic Container Service", "Amazon SageMaker",
    ];

    /// <summary>The services that sell reservations, and what a machine-hour of them costs on demand.</summary>
    private static readonly Dictionary<string, decimal> OnDemandPrices = new(StringComparer.Ordinal)
    {
        ["Amazon Elastic Compute Cloud - Compute"] = 1.008m,
        ["Amazon Relational Database Service"] = 0.225m,
        ["Amazon ElastiCache"] = 0.206m,
        ["Amazon Redshift"] = 1.086m,
        ["Amazon OpenSearch Service"] = 0.167m,
    };

    /// <summary>A row for each day and kind that has a commitment, or usage that one could cover.</summary>
    /// <param name="start">Inclusive.</param>
    /// <param name="end">Exclusive; the caller ends the period where its billing clock stands.</param>
    public static IEnumerable<CommitmentTruthRow> Rows(AwsWorld world, string payer, DateOnly start, DateOnly end)
    {
        var bill = world.Find(payer)!.Bill;
        for (var day = start; day < end; day = day.AddDays(1))
        {
            var (charges, commitments) = (bill.Day(day), bill.Commitments(day));
            if (Plans(charges, commitments) is { Count: > 0 } plans)
                yield return new CommitmentTruthRow(day, SavingsPlans, "", plans);
            foreach (var (service, price) in OnDemandPrices)
                if (Reserved(service, price, charges, commitments) is { Count: > 0 } reserved)
                    yield return new CommitmentTruthRow(day, Reservations, service, reserved);
        }
    }

    private static Dictionary<string, decimal> Plans(
        IReadOnlyList<Charge> charges, IReadOnlyList<CommitmentDay> commitments)
    {
        var figures = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var plans = commitments.Where(each => each.Purchase.IsSavingsPlan).ToList();
        if (plans.Count > 0)
            AddMoney(figures, plans);
        var covered = charges.Where(charge => Coverable.Contains(charge.Service)
            && charge.RecordType == RecordTypes.SavingsPlanCoveredUsage).ToList();
        var onDemand = charges.Where(charge => Coverable.Contains(charge.Service)
            && charge.RecordType == RecordTypes.Usage).ToList();
        if (covered.Count + onDemand.Count > 0)
        {
            figures["coveredCost"] = covered.Sum(charge => charge.UnblendedCost);
            figures["onDemandCost"] = onDemand.Sum(charge => charge.UnblendedCost);
        }

        return figures;
    }

    private static Dictionary<string, decimal> Reserved(
        string service, decimal price, IReadOnlyList<Charge> charges, IReadOnlyList<CommitmentDay> commitments)
    {
        var figures = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var reserved = commitments
            .Where(each => !each.Purchase.IsSavingsPlan && each.Purchase.Service == service).ToList();
        var used = reserved.Sum(each => ReservedHours * each.Share);
        if (reserved.Count > 0)
        {
            AddMoney(figures, reserved);
            figures["purchasedHours"] = ReservedHours * reserved.Count;
            figures["usedHours"] = used;
            figures["unusedHours"] = (ReservedHours * reserved.Count) - used;
        }

        var onDemand = charges
            .Where(charge => charge.Service == service && charge.RecordType == RecordTypes.Usage).ToList();
        if (reserved.Count + onDemand.Count > 0)
        {
            figures["coveredHours"] = used;
            figures["onDemandHours"] = onDemand.Sum(charge => decimal.Round(charge.UnblendedCost / price, 8));
            figures["onDemandCost"] = onDemand.Sum(charge => charge.UnblendedCost);
        }

        return figures;
    }

    private static void AddMoney(Dictionary<string, decimal> figures, List<CommitmentDay> days)
    {
        figures["commitment"] = days.Sum(day => day.Purchase.PerDay);
        figures["usedCommitment"] = days.Sum(day => day.Purchase.PerDay * day.Share);
        figures["unusedCommitment"] = figures["commitment"] - figures["usedCommitment"];
        figures["onDemandEquivalent"] = days.Sum(day => day.Uses.Sum(use => use.OnDemand));
    }
}
