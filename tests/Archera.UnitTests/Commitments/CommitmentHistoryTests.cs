using System.Security.Cryptography;
using Archera.Aws.Datasets.Commitments;
using Archera.Contracts.Commitments;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Grains.Commitments;
using Archera.Grains.Reports;
using Archera.Grains.Storage;

namespace Archera.UnitTests.Commitments;

public sealed class CommitmentHistoryTests
{
    private static readonly DateOnly Day = new(2026, 11, 3);
    private static readonly DateTimeOffset First = new(2026, 11, 4, 6, 0, 0, TimeSpan.Zero);
    private static readonly RevisionRetention All = new(400, TimeSpan.FromDays(400));

    [Fact]
    public void Shows_what_was_shown_at_each_moment()
    {
        var record = Add(Add(new(), 1, 10, First), 2, 12, First.AddDays(1));

        CommitmentOf(record, null).ShouldBe(12);
        CommitmentOf(record, First.AddHours(1)).ShouldBe(10);
        CommitmentHistory.At(record, First).ShouldBeNull("What was stored then was not shown before.");
        record.Revisions.Select(each => each.Number).ShouldBe([2, 1]);
    }

    [Fact]
    public void Unchanged_content_moves_the_read_time_and_not_the_revision()
    {
        var once = Add(new(), 1, 10, First);

        var twice = Add(once, 2, 10, First.AddDays(1));

        twice.Revisions.ShouldHaveSingleItem().Number.ShouldBe(1);
        (twice.Revisions[0].StoredAt, twice.Revisions[0].ReadAt).ShouldBe((First, First.AddDays(1)));
        CommitmentHistory.At(twice, First.AddHours(1))!.ReadAt.ShouldBe(First);
    }

    [Fact]
    public void A_read_that_is_not_newer_changes_nothing()
    {
        var record = Add(new(), 2, 10, First);

        Add(record, 2, 99, First.AddDays(1)).ShouldBeSameAs(record);
        Add(record, 1, 99, First.AddDays(1)).ShouldBeSameAs(record);
    }

    [Fact]
    public void Forgets_what_is_more_or_older_than_is_kept_and_says_so()
    {
        var record = Enumerable.Range(0, 5).Aggregate(
            new CommitmentDayRecord(),
            (day, n) => CommitmentHistory.Add(day, Read(n + 1, n), First.AddDays(n), new(3, TimeSpan.FromDays(400))));
        var aged = CommitmentHistory.Add(
            Add(Add(new(), 1, 1, First), 2, 2, First.AddDays(1)), Read(3, 3), First.AddDays(90),
            new(400, TimeSpan.FromDays(30)));

        record.Revisions.Select(each => each.Number).ShouldBe([5, 4, 3]);
        Should.Throw<ForgottenRevisionException>(() => CommitmentHistory.At(record, First.AddHours(1)));
        aged.Revisions.Select(each => each.Number).ShouldBe([3, 2]);
    }

    [Fact]
    public void Damage_is_never_shown_and_is_healed_by_the_next_read()
    {
        var record = Add(new(), 1, 10, First);
        var broken = record with
        {
            Revisions = [record.Revisions[0] with { Content = [.. record.Revisions[0].Content.Reverse()] }],
        };
        var lost = (CommitmentDayRecord)record.AsDamaged();

        Should.Throw<InvalidDataException>(() => CommitmentHistory.At(broken, null));
        Should.Throw<DamagedStateException>(() => CommitmentHistory.At(lost, null));
        CommitmentOf(Add(broken, 2, 10, First.AddDays(1)), null).ShouldBe(10);
        var healed = Add(lost, 2, 10, First.AddDays(1));
        healed.Revisions.ShouldHaveSingleItem().Number.ShouldBeGreaterThan(1_000_000);
        Should.Throw<ForgottenRevisionException>(() => CommitmentHistory.At(healed, First));
    }

    [Fact]
    public void A_version_that_is_not_known_is_refused()
    {
        var whole = Read(1, 10) with { SchemaVersion = CommitmentCodec.SchemaVersion + 1 };

        Should.Throw<InvalidDataException>(() => CommitmentHistory.Add(new(), whole, First, All));
    }

    private static CommitmentDayRecord Add(CommitmentDayRecord record, int read, decimal figure, DateTimeOffset now) =>
        CommitmentHistory.Add(record, Read(read, figure) with { ReadAt = now }, now, All);

    private static decimal? CommitmentOf(CommitmentDayRecord record, DateTimeOffset? before)
    {
        var shown = CommitmentHistory.At(record, before)!;
        return CommitmentCodec.Decode(Day, shown.SchemaVersion, shown.Content).Lines.Single().Figures.Commitment;
    }

    private static UsageAggregate Read(int read, decimal figure)
    {
        var content = CommitmentCodec.Encode(new CommitmentDay(
            [
                new CommitmentLine(
                    Day, CommitmentKind.SavingsPlans, "", "USD", CommitmentFigures.None with { Commitment = figure }),
            ],
            []));
        return new UsageAggregate(
            new PartitionKey(PayerAccountKey.Parse("aws:111122223333"), CommitmentDatasets.SavingsPlans, Day),
            new ReadStamp(1, read),
            1,
            1,
            SHA256.HashData(content),
            CommitmentCodec.SchemaVersion,
            First,
            false,
            content);
    }
}
