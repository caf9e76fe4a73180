using System.Text;
using Archera.ClusterTests.Storage;
using Archera.Contracts.Identity;
using Archera.Grains.Custody;
using Microsoft.Extensions.DependencyInjection;

namespace Archera.ClusterTests.Custody;

public sealed class SqliteCensusTests(EmbeddedSiloFixture fixture) : IClassFixture<EmbeddedSiloFixture>
{
    private IRecordCensus Census => fixture.Silo.Services.GetRequiredService<IRecordCensus>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Counts_what_the_account_has_in_the_storage_and_nothing_of_anybody_else()
    {
        var account = PayerAccountKey.Parse("aws:210987654321");
        await StoreAsync(account, "payer-account", "");
        await StoreAsync(account, "cost-CostByRecordType-07", "/2026-11");
        await StoreAsync(account, "cost-CostByRecordType-08", "/2026-11");
        await StoreAsync(PayerAccountKey.Parse("aws:210987654322"), "payer-account", "");
        await StoreAsync(PayerAccountKey.Parse("aws-us-gov:210987654321"), "payer-account", "");
        await fixture.Silo.Reminders.UpsertRow(Reminder(account), Cancel);
        await fixture.Silo.Reminders.UpsertRow(Reminder(PayerAccountKey.Parse("aws:210987654322")), Cancel);

        var records = await Census.ListAsync(account, Cancel);

        records.Select(record => (record.Kind, record.GrainKey)).Order().ShouldBe(
        [
            ("cost-CostByRecordType", $"{account}/2026-11"),
            ("cost-CostByRecordType", $"{account}/2026-11"),
            ("payer-account", $"{account}"),
            ("reminder", $"{account}"),
        ]);
    }

    [Fact]
    public async Task Deletes_so_that_neither_the_database_nor_its_log_names_the_account_any_more()
    {
        var account = PayerAccountKey.Parse("aws:310987654321");
        var other = PayerAccountKey.Parse("aws:410987654321");
        for (var round = 0; round < 3; round++)
        {
            await StoreAsync(other, $"cost-Other-{round:00}", "/2026-11", 20_000);
            for (var day = 1; day <= 28; day++)
                await StoreAsync(account, $"cost-CostByRecordType-{day:00}", "/2026-11", 700 * (round + 1));
        }

        await fixture.Silo.Reminders.UpsertRow(Reminder(account), Cancel);
        FilesName(account).ShouldBeTrue();

        await Census.DeleteAsync(await Census.ListAsync(account, Cancel), Cancel);
        await Census.ScrubAsync(Cancel);

        (await Census.ListAsync(account, Cancel)).ShouldBeEmpty();
        (await Census.ListAsync(other, Cancel)).Count.ShouldBe(3);
        FilesName(account).ShouldBeFalse();
        FilesName(other).ShouldBeTrue();
    }

    private async Task StoreAsync(PayerAccountKey account, string name, string part, int length = 10)
    {
        var grain = GrainId.Create("costreport", account + part);
        var state = new GrainState<NoteState>(new NoteState());
        await fixture.Silo.Storage.ReadStateAsync(name, grain, state);
        state.State = new NoteState { Text = new string('x', length) };
        await fixture.Silo.Storage.WriteStateAsync(name, grain, state);
    }

    /// <summary>Whether the account id can be read anywhere in the database's files, log included.</summary>
    private bool FilesName(PayerAccountKey account)
    {
        var id = Encoding.ASCII.GetBytes(account.AccountId.Value);
        return Directory.GetFiles(fixture.Directory.Path, "archera.db*").Any(path =>
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var content = new MemoryStream();
            file.CopyTo(content);
            return content.ToArray().AsSpan().IndexOf(id) >= 0;
        });
    }

    private static ReminderEntry Reminder(PayerAccountKey account) => new()
    {
        GrainId = GrainId.Create("payeraccount", account.ToString()),
        ReminderName = "refresh",
        StartAt = new DateTime(2026, 11, 24, 10, 30, 0, DateTimeKind.Utc),
        Period = TimeSpan.FromHours(1),
    };
}
