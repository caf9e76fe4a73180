using System.Collections.Immutable;
using System.Globalization;
using Amazon.CostExplorer.Model;
using Archera.Contracts.Commitments;
using Archera.Contracts.Identity;

namespace Archera.Aws.Datasets.Commitments;

/// <summary>
/// The reservations of one service that Cost Explorer knows, whichever account of the organization bought them: what
/// EC2 and the others tell of each account and Region alone.
/// </summary>
internal sealed class ReservationBook(string service, PayerAccountKey account)
{
    private readonly Dictionary<string, CommitmentItem> _reservations = new(StringComparer.Ordinal);

    public IReadOnlyCollection<CommitmentItem> All => _reservations.Values;

    public ImmutableArray<CommitmentItem> On(DateOnly day) =>
        [.. _reservations.Values.Where(reservation => reservation.IsOn(day))];

    public void Add(ReservationUtilizationGroup group)
    {
        var attributes = group.Attributes ?? [];
        var id = Attribute("leaseId") is { Length: > 0 } lease ? lease : group.Value;
        if (string.IsNullOrEmpty(id))
            throw new UnreadableAnswerException($"there is a reservation of {service} without an id");
        var reservation = new CommitmentItem(
            CommitmentKind.Reservations,
            id,
            AwsFigure.Account(Attribute("accountId"), $"the account of reservation {id}"),
            service,
            Attribute("instanceType"),
            Attribute("region"),
            Attribute("subscriptionStatus").ToLowerInvariant(),
            Attribute("subscriptionType"),
            AwsFigure.Instant(Attribute("startDateTime"), $"the start of reservation {id}"),
            AwsFigure.Instant(Attribute("endDateTime"), $"the end of reservation {id}"),
            null,
            int.TryParse(Attribute("numberOfInstances"), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? count
                : null,
            AwsFigure.Optional(Attribute("upfrontFee"), $"reservation {id}"),
            AwsFigure.Optional(Attribute("hourlyRecurringFee"), $"reservation {id}"),
            AwsFigure.CurrencyOf(account));
        if (!_reservations.TryAdd(id, reservation))
            throw new UnreadableAnswerException($"reservation {id} of {service} came twice");

        string Attribute(string name) => attributes.GetValueOrDefault(name, "");
    }
}
