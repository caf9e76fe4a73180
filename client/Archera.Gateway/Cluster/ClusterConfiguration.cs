namespace Archera.Gateway.Cluster;

/// <summary>
/// Checks what the gateway's own process needs to reach the cluster, before Orleans fails in its own words.
/// </summary>
internal static class ClusterConfiguration
{
    /// <summary>A client has no providers for these sections of a silo: with one present it does not start.</summary>
    private static readonly string[] SiloSections = ["Orleans:Reminders", "Orleans:GrainStorage"];

    /// <summary>
    /// How long a call waits for its answer when nothing is configured: longer than a verification's 8 s.
    /// </summary>
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(10);

    /// <exception cref="InvalidOperationException">Something is missing or can't work; the message is one
    /// line.</exception>
    public static void Check(IConfigurationManager configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration["Orleans:Clustering:ProviderType"]))
        {
            throw new InvalidOperationException(
                "Orleans:Clustering:ProviderType is missing: set it to AzureTableStorage, and "
                + "Orleans:Clustering:ConnectionName to the name of a connection string.");
        }

        if (configuration["Orleans:Clustering:ConnectionName"] is { Length: > 0 } name
            && string.IsNullOrWhiteSpace(configuration.GetConnectionString(name)))
        {
            throw new InvalidOperationException(
                $"ConnectionStrings:{name} is missing: Orleans:Clustering:ConnectionName names it.");
        }

        if (Array.Find(SiloSections, section => configuration.GetSection(section).Exists()) is { } section)
            throw new InvalidOperationException($"{section} is a silo's: remove it from the gateway's configuration.");
        if (configuration["Orleans:Messaging:ResponseTimeout"] is null)
            configuration["Orleans:Messaging:ResponseTimeout"] = ResponseTimeout.ToString();
    }
}
