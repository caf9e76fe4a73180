using System.Globalization;
using Archera.Sandbox.Aws.Hosting;
using Archera.Sandbox.DataDirectory;
using Archera.Sandbox.Options;

namespace Archera.Sandbox.Hosting;

/// <summary>The silo's configuration: what an operator would set to run it against another AWS.</summary>
internal static class SiloSettings
{
    /// <summary>
    /// .NET's own variable turns the silo's log up; it is quiet otherwise, beside progress bars and a table.
    /// </summary>
    private const string LogLevelVariable = "Logging__LogLevel__Default";

    internal static Dictionary<string, string?> For(
        SandboxOptions options, SandboxDirectory directory, SimulatedAws aws, HistoryWindow window)
    {
        var controlRoles = ControlRoles.MakeIn(aws);
        return new()
        {
            ["urls"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{options.Port}"),
            ["Embedded:Directory"] = directory.Silo,
            ["Keys:Directory"] = directory.Keys,
            ["Keys:Store"] = directory.KeyStore,
            ["Aws:EndpointOverride"] = aws.Endpoint.ToString(),
            ["Aws:ProfilesLocation"] = VendorCredentials.WriteTo(directory.Silo, aws.Users),
            ["Aws:Partitions:aws:Profile"] = VendorCredentials.Profile,
            ["Aws:Partitions:aws:ControlRole"] = controlRoles.OfVendor,
            ["Aws:Partitions:aws:WitnessProfile"] = VendorCredentials.WitnessProfile,
            ["Aws:Partitions:aws:WitnessControlRole"] = controlRoles.OfWitness,
            ["Aws:Partitions:aws:ColleagueProfile"] = VendorCredentials.ColleagueProfile,
            ["Aws:Partitions:aws:ColleagueControlRole"] = controlRoles.OfColleague,
            ["Onboarding:VendorPrincipalArn"] = aws.Vendor.UserArn,
            // The simulated AWS takes 5 a second, and nobody else asks it.
            ["Aws:Calls:CostExplorerPerSecond"] = "4",
            ["Backfill:PagesPerMinute"] = "240",
            ["Refresh:HistoryDays"] = window.Days.ToString(CultureInfo.InvariantCulture),
            ["Logging:LogLevel:Default"] = Environment.GetEnvironmentVariable(LogLevelVariable) ?? "Warning",
            ["Logging:LogLevel:Orleans"] = "Error",
            ["Logging:LogLevel:Polly"] = "Error", // Retries that help are no news; the grains say what is late.
        };
    }
}
