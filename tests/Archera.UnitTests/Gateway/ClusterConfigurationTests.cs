using Archera.Gateway.Cluster;
using Microsoft.Extensions.Configuration;

namespace Archera.UnitTests.Gateway;

public sealed class ClusterConfigurationTests
{
    private static readonly (string, string)[] Enough =
    [
        ("Orleans:Clustering:ProviderType", "AzureTableStorage"),
        ("Orleans:Clustering:ConnectionName", "azure"),
        ("ConnectionStrings:azure", "UseDevelopmentStorage=true"),
    ];

    [Fact]
    public void A_call_waits_ten_seconds_unless_configured_otherwise()
    {
        Check(Enough)["Orleans:Messaging:ResponseTimeout"].ShouldBe("00:00:10");

        Check([.. Enough, ("Orleans:Messaging:ResponseTimeout", "00:00:05")])["Orleans:Messaging:ResponseTimeout"]
            .ShouldBe("00:00:05");
    }

    [Fact]
    public void A_missing_provider_is_named() =>
        Refused([]).ShouldContain("Orleans:Clustering:ProviderType is missing");

    [Fact]
    public void A_missing_connection_string_is_named() =>
        Refused(Enough[..2]).ShouldContain("ConnectionStrings:azure is missing");

    [Theory]
    [InlineData("Orleans:Reminders:ProviderType")]
    [InlineData("Orleans:GrainStorage:Default:ProviderType")]
    public void Sections_of_a_silo_are_named(string path) =>
        Refused([.. Enough, (path, "AzureTableStorage")]).ShouldContain("is a silo's");

    private static string Refused((string, string)[] settings) =>
        Should.Throw<InvalidOperationException>(() => Check(settings)).Message;

    private static ConfigurationManager Check((string Path, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        foreach (var (path, value) in settings)
            configuration[path] = value;
        ClusterConfiguration.Check(configuration);
        return configuration;
    }
}
