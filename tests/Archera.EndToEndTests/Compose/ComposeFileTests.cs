using System.Text.RegularExpressions;
using Archera.EndToEndTests.Processes;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Archera.EndToEndTests.Compose;

using Map = Dictionary<object, object>;

/// <summary>The structure of docker-compose.yml: no container engine is needed to hold it.</summary>
public sealed class ComposeFileTests
{
    private static readonly Map File = Read();
    private static readonly Map Services = (Map)File["services"];

    public static TheoryData<string> Names => [.. Services.Keys.Cast<string>()];

    [Fact]
    public void Describes_storage_aws_silos_and_a_gateway() =>
        Services.Keys.ShouldBe(["azurite", "aws", "silo", "gateway"], ignoreOrder: true);

    [Fact]
    public void Has_no_version_key() => File.ContainsKey("version").ShouldBeFalse();

    [Theory]
    [MemberData(nameof(Names))]
    public void Runs_each_service_with_no_right_that_it_does_not_need(string name)
    {
        var service = (Map)Services[name];
        service["read_only"].ShouldBe("true");
        service["cap_drop"].ShouldBe(new List<object> { "ALL" });
        service["user"].ShouldBe("1654:1654");
        service["stop_grace_period"].ShouldBe("60s");
        service.ContainsKey("healthcheck").ShouldBeTrue();
        service.ContainsKey("container_name").ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Publishes_ports_on_loopback_alone(string name) =>
        List(name, "ports").ShouldAllBe(port => port.StartsWith("127.0.0.1:", StringComparison.Ordinal));

    [Fact]
    public void Lets_the_silos_be_scaled() => ((Map)Services["silo"]).ContainsKey("ports").ShouldBeFalse();

    [Fact]
    public void Waits_until_what_a_service_needs_is_healthy()
    {
        Needs("silo").ShouldBe(["azurite", "aws"], ignoreOrder: true);
        Needs("gateway").ShouldBe(["silo"]);
        foreach (var needed in Services.Values.Cast<Map>().Where(service => service.ContainsKey("depends_on")))
        {
            var conditions = ((Map)needed["depends_on"]).Values.Cast<Map>().Select(on => (string)on["condition"]);
            conditions.ShouldAllBe(condition => condition == "service_healthy");
        }
    }

    [Fact]
    public void Keeps_data_in_volumes_that_it_names()
    {
        var declared = ((Map)File["volumes"]).Keys;
        var used = Services.Keys.Cast<string>().SelectMany(name => List(name, "volumes"))
            .Select(volume => volume.Split(':')[0]);
        used.ShouldBe(declared.Cast<string>(), ignoreOrder: true);
    }

    [Fact]
    public void Builds_programs_that_exist()
    {
        foreach (var service in Services.Values.Cast<Map>().Where(service => service.ContainsKey("build")))
        {
            var build = (Map)service["build"];
            var project = (string)((Map)build["args"])["PROJECT"];
            System.IO.File.Exists(InRepository((string)build["dockerfile"])).ShouldBeTrue();
            var file = Path.Combine(project, Path.GetFileName(project) + ".csproj");
            System.IO.File.Exists(InRepository(file)).ShouldBeTrue();
        }
    }

    [Fact]
    public void Mounts_no_volume_of_a_foreign_image_over_a_folder_of_root()
    {
        // Our own images give /data to their user; another image's /data is root's, and writing there ends the service.
        var foreign = Services.Where(service => !((Map)service.Value).ContainsKey("build"));
        foreign.SelectMany(service => List((string)service.Key, "volumes"))
            .ShouldAllBe(volume => volume.EndsWith(":/var/tmp", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(".dockerignore")]
    [InlineData(".gitignore")]
    public void Keeps_the_vendors_keys_out_of_images_and_commits(string list)
    {
        var secret = (string)((Map)((Map)File["secrets"])["aws-credentials"])["file"];
        var name = secret[(secret.LastIndexOf('/') + 1)..].TrimEnd('}');

        System.IO.File.ReadAllLines(InRepository(list)).ShouldContain(name);
    }

    [Fact]
    public void Has_every_variable_set_before_the_first_command_of_its_manual()
    {
        var manual = System.IO.File.ReadAllText(InRepository("docs/operations.md"));
        var before = manual[..manual.IndexOf("docker compose up", StringComparison.Ordinal)];
        var compose = System.IO.File.ReadAllText(InRepository("docker-compose.yml"));
        var required = Regex.Matches(compose, @"\$\{([A-Z_]+):\?").Select(match => match.Groups[1].Value).ToList();

        required.ShouldNotBeEmpty();
        required.ShouldAllBe(name => before.Contains(name + "=", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Needs(string name) =>
        ((Map)((Map)Services[name])["depends_on"]).Keys.Cast<string>();

    private static IEnumerable<string> List(string name, string key) =>
        ((Map)Services[name]).TryGetValue(key, out var list) ? ((List<object>)list).Cast<string>() : [];

    private static string InRepository(string path) => Path.Combine(BuiltProgram.Repository, path);

    private static Map Read()
    {
        var text = System.IO.File.ReadAllText(InRepository("docker-compose.yml"));
        var parser = new MergingParser(new Parser(new StringReader(text)));
        return new DeserializerBuilder().Build().Deserialize<Map>(parser);
    }
}
