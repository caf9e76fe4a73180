using System.ComponentModel;
using System.Diagnostics;
using Archera.EndToEndTests.Processes;

namespace Archera.EndToEndTests.Cluster;

/// <summary>Azure Storage on this machine, in a folder of its own, on free ports.</summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    // The account and key that Azurite's documentation publishes; it knows no other.
    private const string Account = "devstoreaccount1";
    private const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private AzuriteProcess(ProgramProcess process, string connectionString)
    {
        Process = process;
        ConnectionString = connectionString;
    }

    public ProgramProcess Process { get; }

    public string ConnectionString { get; }

    public static bool NodeIsInstalled()
    {
        try
        {
            using var node = System.Diagnostics.Process.Start(
                new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true });
            return node is not null;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    public static async Task<AzuriteProcess> StartAsync(string folder)
    {
        var script = Path.Combine(BuiltProgram.Repository, "tests", "Archera.EndToEndTests", "azurite", "node_modules",
            "azurite", "dist", "src", "azurite.js");
        File.Exists(script).ShouldBeTrue($"{script} is missing: npm ci has failed in the build");
        var process = ProgramProcess.Start("azurite", "node",
        [
            script, "--blobHost", "127.0.0.1", "--blobPort", "0", "--queueHost", "127.0.0.1", "--queuePort", "0",
            "--tableHost", "127.0.0.1", "--tablePort", "0", "--location", folder, "--disableTelemetry", "--silent",
            "--skipApiVersionCheck",
        ]);
        var endpoints = await Task.WhenAll(
            new[] { "Blob", "Queue", "Table" }.Select(service => EndpointAsync(process, service)));
        return new AzuriteProcess(
            process,
            $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};{string.Concat(endpoints)}");
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();

    private static async Task<string> EndpointAsync(ProgramProcess process, string service)
    {
        var line = await process.LineAsync($"{service} service is successfully listening at (http://[^ ]+)");
        return $"{service}Endpoint={line.Groups[1].Value}/{Account};";
    }
}
