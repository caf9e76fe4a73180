using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Archera.Contracts.Identity;
using Archera.Silo.Custody;

namespace Archera.ClusterTests.Offboarding;

/// <summary>The whole of it in profile Embedded, as a customer sees it and as a thief of the disk would.</summary>
public sealed class EmbeddedOffboardingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leaves_nothing_readable_on_the_disk_and_a_receipt_that_openssl_verifies()
    {
        await using var customer = await EmbeddedCustomer.StartAsync();
        await customer.ConnectAsync();
        var id = customer.ExternalId;
        Readable(customer.Data, customer.Account).ShouldNotBeEmpty();

        var ended = await customer.LeaveAsync();

        ((string?)ended["state"], (string?)ended["kind"]).ShouldBe(("Succeeded", "Offboarding"), ended.ToJsonString());
        Readable(customer.Data, id).ShouldBeEmpty();
        Readable(customer.Data, customer.Account).ShouldBeEmpty();
        Readable(customer.Data, EmbeddedCustomer.Canary).ShouldBeEmpty();
        (await customer.StatusAsync()).ShouldBe(404);
        var receipt = await customer.SendAsync("GET", $"/api/v1/receipts/{ended["receiptId"]}", null);
        ((int)receipt["receipt"]!["remaining"]!).ShouldBe(0);
        ((string?)receipt["receipt"]!["lastAssumeRole"]!["outcome"]).ShouldBe("StillOpen");
        var keys = await customer.SendAsync("GET", "/api/v1/receipt-keys", null);
        var key = keys.AsArray().Single(known => (string?)known!["keyId"] == (string?)receipt["keyId"])!;
        (await VerifyAsync(receipt, key, change: false)).ShouldBe((0, "Verified OK"));
        (await VerifyAsync(receipt, key, change: true)).ShouldBe((1, "Verification failure"));
    }

    [Fact]
    public async Task Leaves_no_external_id_in_what_the_keys_that_stay_open()
    {
        await using var customer = await EmbeddedCustomer.StartAsync();
        await customer.ConnectAsync();
        var disk = new StolenDisk(customer.Data);
        var payer = KeyScope.Of(PayerAccountKey.Parse($"aws:{customer.Account}"));
        disk.Holds(customer.ExternalId, await customer.Keys.CurrentAsync(payer, Cancel)).ShouldBeTrue();

        var ended = await customer.LeaveAsync();

        ((string?)ended["state"]).ShouldBe("Succeeded", ended.ToJsonString());
        DataKey[] kept =
        [
            await customer.Keys.CurrentAsync(KeyScope.Of(TenantId.Parse(customer.Tenant)), Cancel),
            await customer.Keys.CurrentAsync(KeyScope.Installation, Cancel),
        ];
        disk.Holds((string)ended["receiptId"]!, kept).ShouldBeTrue();
        disk.Holds(customer.ExternalId, kept).ShouldBeFalse();
        disk.Holds(EmbeddedCustomer.Canary, kept).ShouldBeFalse();
    }

    /// <summary>The files of the directory that hold the text as it is.</summary>
    private static IEnumerable<string> Readable(string directory, string text)
    {
        // Nobody else may open the lock; it is empty.
        var paths = Directory.GetFiles(directory, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) != "lock");
        foreach (var path in paths)
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var content = new MemoryStream();
            file.CopyTo(content);
            foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
            {
                if (content.ToArray().AsSpan().IndexOf(encoding.GetBytes(text)) >= 0)
                    yield return path;
            }
        }
    }

    /// <summary>Runs the line that docs/operations.md gives.</summary>
    private static async Task<(int ExitCode, string Output)> VerifyAsync(JsonNode receipt, JsonNode key, bool change)
    {
        var folder = Directory.CreateTempSubdirectory("archera-receipt-").FullName;
        try
        {
            var payload = Convert.FromBase64String((string)receipt["payload"]!);
            payload[10] ^= (byte)(change ? 1 : 0);
            await File.WriteAllBytesAsync(Path.Combine(folder, "payload.json"), payload, Cancel);
            await File.WriteAllBytesAsync(
                Path.Combine(folder, "payload.sig"), Convert.FromBase64String((string)receipt["signature"]!), Cancel);
            await File.WriteAllTextAsync(Path.Combine(folder, "key.pem"), (string)key["publicKey"]!, Cancel);
            using var openssl = Process.Start(new ProcessStartInfo("openssl", await DocumentedArgumentsAsync())
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var output = await openssl.StandardOutput.ReadToEndAsync(Cancel);
            await openssl.WaitForExitAsync(Cancel);
            return (openssl.ExitCode, output.Split('\n')[0].Trim());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> DocumentedArgumentsAsync()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Archera.Orleans.sln")))
            folder = folder.Parent;
        var lines = await File.ReadAllLinesAsync(Path.Combine(folder.FullName, "docs", "operations.md"), Cancel);
        return lines.Single(line => line.StartsWith("openssl dgst ", StringComparison.Ordinal))["openssl ".Length..];
    }
}
