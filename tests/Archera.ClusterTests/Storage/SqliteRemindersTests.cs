using Archera.Silo.Embedded;

namespace Archera.ClusterTests.Storage;

public sealed class SqliteRemindersTests(EmbeddedSiloFixture fixture) : IClassFixture<EmbeddedSiloFixture>
{
    private IReminderTable Table => fixture.Silo.Reminders;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_a_reminder_as_it_was_last_stored()
    {
        var first = AReminder("aws:1", TimeSpan.FromHours(1));
        await Table.UpsertRow(first, Cancel);
        var longer = AReminder("aws:1", TimeSpan.FromDays(40));
        longer.ETag = await Table.UpsertRow(longer, Cancel);

        var read = await Table.ReadRow(first.GrainId, first.ReminderName, Cancel);

        (read!.Period, read.StartAt, read.ETag).ShouldBe((TimeSpan.FromDays(40), first.StartAt, longer.ETag));
        (await Table.ReadRows(first.GrainId, Cancel)).Reminders.Count.ShouldBe(1);
    }

    [Fact]
    public void Takes_its_turn_with_grain_state() => Table.ShouldBeOfType<SqliteReminderGate>();

    [Fact]
    public async Task Knows_no_reminder_that_was_never_stored() =>
        (await Table.ReadRow(GrainId.Create("note", "aws:none"), "refresh", Cancel)).ShouldBeNull();

    [Fact]
    public async Task Removes_a_reminder_only_at_the_version_that_was_seen()
    {
        var reminder = AReminder("aws:2", TimeSpan.FromHours(1));
        var stale = await Table.UpsertRow(reminder, Cancel);
        var current = await Table.UpsertRow(reminder, Cancel);

        (await Table.RemoveRow(reminder.GrainId, reminder.ReminderName, stale!, Cancel)).ShouldBeFalse();
        (await Table.RemoveRow(reminder.GrainId, reminder.ReminderName, current!, Cancel)).ShouldBeTrue();

        (await Table.ReadRow(reminder.GrainId, reminder.ReminderName, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Finds_every_reminder_in_exactly_one_half_of_the_ring()
    {
        var grains = Enumerable.Range(0, 40).Select(i => AReminder($"aws:ring-{i}", TimeSpan.FromHours(1))).ToArray();
        foreach (var reminder in grains)
            await Table.UpsertRow(reminder, Cancel);
        const uint Cut = 0x4000_0000, OtherCut = 0xC000_0000;

        var inner = Ring(await Table.ReadRows(Cut, OtherCut, Cancel));
        var outer = Ring(await Table.ReadRows(OtherCut, Cut, Cancel));
        var whole = Ring(await Table.ReadRows(0, 0, Cancel));

        inner.Concat(outer).Order().ShouldBe(grains.Select(grain => grain.GrainId.ToString()).Order());
        inner.ShouldNotBeEmpty();
        outer.ShouldNotBeEmpty();
        whole.Length.ShouldBe(grains.Length);
    }

    private static string[] Ring(ReminderTableData rows) => rows.Reminders
        .Select(row => row.GrainId.ToString())
        .Where(grain => grain.Contains("ring-", StringComparison.Ordinal)).ToArray();

    private static ReminderEntry AReminder(string key, TimeSpan period) => new()
    {
        GrainId = GrainId.Create("note", key),
        ReminderName = "refresh",
        StartAt = new DateTime(2026, 11, 24, 10, 30, 0, DateTimeKind.Utc),
        Period = period,
    };
}
