using Archera.Aws.Costs;
using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Grains.Accounts;
using Archera.Grains.Refresh;
using Archera.Grains.Reports;
using Microsoft.Extensions.Options;

namespace Archera.UnitTests.Grains;

/// <summary>Every limit of the grains that a pure type holds, reached.</summary>
public sealed class LimitTests
{
    private static readonly PayerAccountKey Account = Rows.Partition.PayerAccount;

    [Fact]
    public void Of_claims_on_one_account()
    {
        var full = Enumerable.Range(1, ClaimBook.MaxClaims)
            .Aggregate(ClaimBook.Empty, (book, i) => Add(book, i).Value!);
        var busy = full.Claims.Aggregate(full, (book, claim) => book.BeginVerification(claim.Tenant, []));

        Add(busy, ClaimBook.MaxClaims + 1).Refusal!.Code.ShouldBe(RefusalCodes.TooMany);
        Add(full, ClaimBook.MaxClaims + 1).Value!.Claims.Length.ShouldBe(ClaimBook.MaxClaims);
        Add(full, 1).Value.ShouldBeSameAs(full);
    }

    [Fact]
    public void Of_operations_that_an_account_keeps()
    {
        var book = Enumerable.Range(1, RefreshBook.MaxOperations + 5)
            .Aggregate(
                new RefreshBook(),
                (known, i) => known.Begin(new InFlightRefresh(i, false, DateTimeOffset.UnixEpoch), Operation(i)));

        book.Operations.Select(operation => operation.Id.Number)
            .ShouldBe(Enumerable.Range(6, RefreshBook.MaxOperations).Select(i => (long)i));
    }

    [Fact]
    public void Of_bytes_that_wait_for_their_other_parts()
    {
        var joiner = new PartJoiner(maxBytes: 10);
        joiner.Add(Part(1, bytes: 6), out _);

        joiner.Add(Part(2, bytes: 6), out var dropped);

        (joiner.Bytes, dropped).ShouldBe((6, "too-many-waiting"));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(3, 2)]
    [InlineData(1, 0)]
    [InlineData(1, PartJoiner.MaxParts + 1)]
    public void Of_parts_of_one_aggregate(int part, int parts)
    {
        var joiner = new PartJoiner();

        joiner.Add(Rows.Read(1, [1]) with { Part = part, Parts = parts }, out var dropped).ShouldBeNull();

        (dropped, joiner.Bytes).ShouldBe(("malformed", 0));
    }

    [Fact]
    public void Of_decoded_days_that_a_silo_keeps()
    {
        var decoded = new DecodedDays(Options.Create(new ReportOptions { DecodedBytes = 1_000 }));

        var tables = Enumerable.Range(1, 50).Select(amount => Get(decoded, amount)).ToArray();

        decoded.Bytes.ShouldBeInRange(1, 1_000);
        tables.Select(table => table[0].UnblendedCost).ShouldBe(Enumerable.Range(1, 50).Select(i => (decimal)i));
        Get(decoded, 50).ShouldBeSameAs(tables[^1]);
        Get(decoded, 1).ShouldNotBeSameAs(tables[0]);
    }

    [Fact]
    public void Of_the_wait_between_tries()
    {
        var now = Rows.Start;

        Enumerable.Range(1, 60).Select(attempts => (LateDays.NextTry(now, attempts) - now).TotalMinutes)
            .Take(6).ShouldBe([5, 10, 20, 40, 60, 60]);
        LateDays.NextTry(now, int.MaxValue).ShouldBe(now.AddHours(1));
    }

    [Fact]
    public void Of_accounts_that_start_together()
    {
        var period = TimeSpan.FromMinutes(10);
        var perMinute = Enumerable.Range(0, 10_000)
            .Select(i => ReminderPhase.Of(PayerAccountKey.Parse($"aws:{i:000000000000}"), period))
            .CountBy(phase => (int)Math.Min(9, phase.TotalMinutes))
            .ToDictionary();

        perMinute.Keys.Order().ShouldBe(Enumerable.Range(0, 10));
        perMinute.Values.ShouldAllBe(count => count > 850 && count < 1_150);
        ReminderPhase.Of(Account, period).ShouldBe(ReminderPhase.Of(Account, period));
    }

    private static Answer<ClaimBook> Add(ClaimBook book, int tenant) => book.Add(
        TenantId.Parse($"t-{tenant:00000000}"),
        new ClaimRequest(PermissionTier.Production, ConnectionMode.Payer),
        ExternalIds.Issue(),
        Rows.Start);

    private static OperationView Operation(int number) => new(
        new OperationId(Account, number), OperationState.Succeeded, 1, 1, 0, 1, 0.01m, Rows.Start, Rows.Start);

    private static UsageAggregate Part(int day, int bytes) => AggregateParts.Split(
        Rows.Read(1, new byte[bytes * 2]) with { Partition = Rows.Partition with { Day = new(2026, 3, day) } },
        bytes)[0];

    private static CostTable Get(DecodedDays decoded, int amount)
    {
        var record = RevisionMerge.Merge(
            new DayRecord(), Rows.Read(1, Rows.Costing(amount)), Rows.Start, Rows.Kept).Next;
        var revision = RevisionMerge.At(record, null)!;
        return decoded.Get(revision, () => RevisionMerge.Content(record, revision));
    }
}
