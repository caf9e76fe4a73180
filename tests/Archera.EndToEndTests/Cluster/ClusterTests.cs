using System.Text.Json.Nodes;
using Archera.Aws.Costs;
using Archera.Grains.Refresh;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Archera.EndToEndTests.Cluster;

/// <summary>
/// Profile Cluster in real processes on Azurite: two payers onboarded, read and served to the last decimal.
/// </summary>
public sealed class ClusterTests
{
    private static readonly string[] Metrics =
        ["UnblendedCost", "AmortizedCost", "NetUnblendedCost", "NetAmortizedCost"];
    private static readonly string[] Groupings = ["Service,LinkedAccount", "RecordType,LinkedAccount"];

    // Its daily rows by service and account fill several queue messages.
    private static readonly string[] World = ["--seed", "7", "--payers", "2", "--linked", "240", "--services", "30"];

    [Fact]
    public async Task Serves_the_bill_of_two_payers_through_two_silos_and_stops()
    {
        Assert.SkipUnless(AzuriteProcess.NodeIsInstalled(), "node is not installed: Azurite can't run");
        await using var cluster = new ClusterProcesses();
        try
        {
            await cluster.StartAsync(World);
            using var customer = await Customer.CreateAsync(cluster.Gateway, cluster.Aws.Control, "Two payers");
            foreach (var payer in cluster.Aws.Payers)
                await customer.ConnectAsync(payer);
            await Task.WhenAll(cluster.Aws.Payers.Select(customer.RefreshAsync));

            foreach (var payer in cluster.Aws.Payers)
                await CompareAsync(cluster, customer, payer);
            await LeaveAsync(cluster, customer, cluster.Aws.Payers[0]);
            await CompareAsync(cluster, customer, cluster.Aws.Payers[1]);

            (await cluster.StopAsync()).ShouldAllBe(end => end.ExitCode == 0);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new InvalidOperationException($"{failure.Message}\n{cluster.Logs}", failure);
        }
    }

    /// <summary>Nothing in blobs or tables names the account that was left; the other one is whole.</summary>
    private static async Task LeaveAsync(ClusterProcesses cluster, Customer customer, string payer)
    {
        (await NamesAsync(cluster)).ShouldContain(name => name.Contains(payer, StringComparison.Ordinal));

        var receipt = await customer.LeaveAsync(payer);

        ((int)receipt["remaining"]!).ShouldBe(0);
        var deleted = receipt["deleted"]!.AsArray()
            .Where(kind => (string)kind!["kind"]! is not ("linked-account" or "reminder")) // They have no role here.
            .ToDictionary(kind => (string)kind!["kind"]!, kind => (int)kind!["records"]!);
        var days = int.Parse(ClusterProcesses.HistoryDays, null);
        deleted.ShouldBe(new Dictionary<string, int>
        {
            ["claim"] = 1,
            ["commitments-Reservations"] = days,
            ["commitments-SavingsPlans"] = days,
            ["cost-CostByRecordType"] = days,
            ["cost-CostByRegion"] = days,
            ["cost-CostByServiceAndAccount"] = days,
            ["cost-CostByUsageType"] = days,
        }, ignoreOrder: true);
        var names = await NamesAsync(cluster);
        names.ShouldNotContain(name => name.Contains(payer, StringComparison.Ordinal));
        names.ShouldContain(name => name.Contains(cluster.Aws.Payers[1], StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(ClusterProcesses cluster)
    {
        var names = new List<string>();
        foreach (var container in new[] { "archera-state", "archera-keystore" })
        {
            await foreach (var blob in new BlobContainerClient(cluster.Storage, container).GetBlobsAsync())
                names.Add(blob.Name);
        }

        await foreach (var row in new TableClient(cluster.Storage, "ArcheraReminders").QueryAsync<TableEntity>())
            names.Add(row.RowKey);
        return names;
    }

    private static async Task CompareAsync(ClusterProcesses cluster, Customer customer, string payer)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var start = today.AddDays(-int.Parse(ClusterProcesses.HistoryDays, null));
        foreach (var groupBy in Groupings)
        {
            foreach (var metric in Metrics)
            {
                var range = $"start={start:yyyy-MM-dd}&end={today:yyyy-MM-dd}&groupBy={groupBy}&metric={metric}";
                var costs = await customer.CostsAsync($"{range}&payerAccount=aws:{payer}&requireComplete=true");
                var truth = await Customer.SendAsync(
                    cluster.Aws.Control, HttpMethod.Get, $"/_sandbox/truth/costs?payer={payer}&{range}", null);
                var (ours, theirs) = (CostCells.OfApi(costs), CostCells.OfTruth(truth));
                theirs.Count.ShouldBeGreaterThan(0);
                ours.DifferencesFrom(theirs).ShouldBeEmpty($"{payer} {groupBy} {metric}");
                if ((groupBy, metric) == (Groupings[0], Metrics[0]))
                    MessagesOfOneDay(truth, $"{start:yyyy-MM-dd}").ShouldBeGreaterThan(1);
            }
        }
    }

    /// <summary>How many queue messages a day of this bill needs at the very least: all four metrics equal.</summary>
    private static int MessagesOfOneDay(JsonNode truth, string day)
    {
        var rows = truth["rows"]!.AsArray().Where(row => (string?)row!["day"] == day).Select(row =>
        {
            var amount = decimal.Parse(row!["amount"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);
            var keys = row["keys"]!.AsArray();
            return new CostTableRow((string)keys[0]!, (string)keys[1]!, amount, amount, amount, amount, "USD");
        });
        var bytes = CostTableCodec.Encode([.. rows]).Length;
        return (bytes + AggregateParts.MaxContentBytes - 1) / AggregateParts.MaxContentBytes;
    }
}
