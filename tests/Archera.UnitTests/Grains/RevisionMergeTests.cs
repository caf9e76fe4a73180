using Archera.Contracts.Refresh;
using Archera.Grains.Reports;
using Archera.Grains.Storage;
using CsCheck;

namespace Archera.UnitTests.Grains;

public sealed class RevisionMergeTests
{
    [Fact]
    public void Gives_back_what_the_day_was_after_every_read() => Rows.Content.Array[1, 12].Sample(contents =>
    {
        var record = contents.Select((content, i) => Rows.Read(i + 1, content)).Aggregate(new DayRecord(), Store);

        for (var i = 0; i < contents.Length; i++)
        {
            var then = RevisionMerge.At(record, Rows.At(i + 1).AddMinutes(1))!;
            RevisionMerge.Content(record, then).ShouldBe(contents[i]);
        }

        RevisionMerge.At(record, Rows.At(1)).ShouldBeNull();
    });

    [Fact]
    public void Shows_the_highest_stamp_in_whatever_order_reads_arrive() =>
        Gen.Select(Rows.Content.Array[1, 6], Gen.Int[0, 1000]).Sample((contents, seed) =>
        {
            var reads = contents.Select((content, i) => Rows.Read(i + 1, content)).ToArray();
            new Random(seed).Shuffle(reads);

            var record = reads.Concat(reads).Aggregate(new DayRecord(), Store);

            record.Newest!.Content.ShouldBe(contents[^1]);
            record.Stamp.Number.ShouldBe(contents.Length);
        });

    [Fact]
    public void Numbers_a_revision_only_when_something_changed() => Rows.Content.Sample(content =>
    {
        var record = Store(Store(new DayRecord(), Rows.Read(1, content)), Rows.Read(2, content));

        record.Newest!.Number.ShouldBe(1);
        record.Newest.ReadAt.ShouldBe(Rows.At(2));
        Store(record, Rows.Read(3, content, estimated: true)).Newest!.Number.ShouldBe(2);
    });

    [Fact]
    public void Says_that_it_does_not_know_what_it_dropped()
    {
        var contents = Enumerable.Range(1, 6).Select(Rows.Costing).ToArray();
        var record = contents
            .Select((content, i) => Rows.Read(i + 1, content))
            .Aggregate(new DayRecord(), (day, read) => RevisionMerge.Merge(
                day, read, read.ReadAt, Rows.Kept with { Revisions = 3 }).Next);

        record.Older.Length.ShouldBe(2);
        Should.Throw<ForgottenRevisionException>(() => RevisionMerge.At(record, Rows.At(2)));
        RevisionMerge.Content(record, RevisionMerge.At(record, Rows.At(4).AddMinutes(1))!).ShouldBe(contents[3]);
    }

    [Fact]
    public void Keeps_what_was_shown_at_any_moment_of_the_time_that_it_is_kept_for() =>
        Gen.Select(Rows.Content.Array[1, 12], Gen.Int[0, 12]).Sample((contents, hours) =>
        {
            var reads = contents.Select((content, i) => Rows.Read(i + 1, content)).ToArray();
            var all = reads.Aggregate(new DayRecord(), Store);
            var kept = Rows.Kept with { For = TimeSpan.FromHours(hours) };
            var record = reads.Aggregate(
                new DayRecord(), (day, read) => RevisionMerge.Merge(day, read, read.ReadAt, kept).Next);

            for (var back = 0; back <= Math.Min(hours, reads.Length - 1); back++)
            {
                var moment = Rows.At(reads.Length - back); // Just before what was stored then.
                RevisionMerge.At(record, moment).ShouldBe(RevisionMerge.At(all, moment));
            }

            var newest = Rows.At(reads.Length);
            record.Older.Take(record.Older.Length - 1).ShouldAllBe(older => newest - older.StoredAt <= kept.For);
        });

    [Fact]
    public void Drops_what_is_older_also_when_nothing_changed()
    {
        var kept = Rows.Kept with { For = TimeSpan.FromDays(2) };
        var record = Store(Store(new DayRecord(), Rows.Read(1, Rows.Costing(1))), Rows.Read(2, Rows.Costing(2)));
        var again = Rows.Read(2 + 49, Rows.Costing(2));

        var bound = RevisionMerge.Merge(record, again, again.ReadAt, kept);

        (bound.Kind, bound.Next.Older.Length).ShouldBe((MergeKind.Unchanged, 0));
        Should.Throw<ForgottenRevisionException>(() => RevisionMerge.At(bound.Next, Rows.At(2)));
        RevisionMerge.At(bound.Next, Rows.At(2).AddMinutes(1))!.Number.ShouldBe(2);
    }

    [Fact]
    public void Never_serves_damaged_content()
    {
        var record = Store(new DayRecord(), Rows.Read(1, Rows.Costing(1)));
        record.Newest!.Content[^1] ^= 1;

        Should.Throw<InvalidDataException>(() => RevisionMerge.Content(record, RevisionMerge.At(record, null)!));
    }

    [Fact]
    public void Refuses_a_schema_version_that_it_does_not_know()
    {
        var read = Rows.Read(1, Rows.Costing(1)) with { SchemaVersion = 99 };

        Should.Throw<InvalidDataException>(() => Store(new DayRecord(), read));
    }

    [Fact]
    public void Replaces_a_damaged_record_and_forgets_what_was_before()
    {
        var damaged = (DayRecord)new DayRecord().AsDamaged();
        Should.Throw<DamagedStateException>(() => RevisionMerge.At(damaged, null));

        var healed = Store(damaged, Rows.Read(2, Rows.Costing(2)));

        healed.IsDamaged.ShouldBeFalse();
        RevisionMerge.Content(healed, RevisionMerge.At(healed, null)!).ShouldBe(Rows.Costing(2));
        Should.Throw<ForgottenRevisionException>(() => RevisionMerge.At(healed, Rows.At(1)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Replaces_content_that_is_not_what_was_stored_even_by_an_equal_read(int amount)
    {
        var record = Store(new DayRecord(), Rows.Read(1, Rows.Costing(1)));
        record.Newest!.Content[^1] ^= 1;

        var healed = Store(record, Rows.Read(2, Rows.Costing(amount)));

        RevisionMerge.Content(healed, RevisionMerge.At(healed, null)!).ShouldBe(Rows.Costing(amount));
        healed.Newest!.Number.ShouldBe(2);
    }

    [Fact]
    public void Never_gives_two_contents_one_number_though_a_damage_hid_how_many_there_were()
    {
        var record = Store(new DayRecord(), Rows.Read(1, Rows.Costing(1)));
        record = Store(record, Rows.Read(2, Rows.Costing(2)));

        var healed = Store((DayRecord)record.AsDamaged(), Rows.Read(3, Rows.Costing(3)));
        var after = Store(healed, Rows.Read(4, Rows.Costing(4)));

        healed.Newest!.Number.ShouldBeGreaterThan(record.Newest!.Number);
        after.Newest!.Number.ShouldBe(healed.Newest.Number + 1);
    }

    [Fact]
    public void Names_content_of_a_newer_program_as_such()
    {
        var record = Store(new DayRecord(), Rows.Read(1, Rows.Costing(1)));
        record = record with { Newest = record.Newest! with { SchemaVersion = 99 } };

        Should.Throw<UnknownStateException>(() => RevisionMerge.Content(record, RevisionMerge.At(record, null)!));
    }

    private static DayRecord Store(DayRecord record, UsageAggregate read) =>
        RevisionMerge.Merge(record, read, Rows.At(read.Stamp.Number), Rows.Kept).Next;
}
