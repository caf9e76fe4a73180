using System.Text;
using System.Text.Json;
using Archera.Sandbox.Aws.Machines;
using Archera.SandboxTests.Ec2;

namespace Archera.SandboxTests.Judges;

/// <summary>EC2's answers against AWS's own model, and against what the real EC2 was recorded to tell.</summary>
public sealed class Ec2ShapeTests
{
    private const string Walk = """
        import base64, xml.etree.ElementTree
        from datetime import datetime
        import botocore.session
        model = botocore.session.get_session().get_service_model("ec2")
        def name(element):
            return element.tag.split("}")[1]
        def walk(shape, element, path):
            if shape.type_name == "structure":
                members = {each.serialization.get("name", key): each for key, each in shape.members.items()}
                for child in element:
                    if name(child) in members:
                        walk(members[name(child)], child, path + "/" + name(child))
                    elif path or name(child) != "requestId":
                        print(path + "/" + name(child), "is not in the model")
            elif shape.type_name == "list":
                for child in element:
                    if name(child) != "item":
                        print(path, "has something else than items")
                    walk(shape.member, child, path + "/item")
            elif shape.type_name == "timestamp":
                datetime.strptime(element.text, "%Y-%m-%dT%H:%M:%S.%fZ")
            elif shape.type_name in ("integer", "long"):
                int(element.text)
            elif shape.type_name in ("float", "double"):
                float(element.text)
            elif shape.type_name == "boolean" and element.text not in ("true", "false"):
                print(path, "is no boolean")
            values = [each.lower() for each in getattr(shape, "enum", [])]
            # The model says Windows where the service says windows.
            if values and element.text.lower() not in values:
                print(path, element.text, "is no value of the model")
        for operation, body in json.load(sys.stdin).items():
            root = xml.etree.ElementTree.fromstring(base64.b64decode(body))
            walk(model.operation_model(operation).output_shape, root, "")
            print(operation, len(list(root.iter())) > 20)
        """;

    private const string Keys = """
        for reservation in client("ec2", REGION).describe_instances()["Reservations"]:
            for each in reservation["Instances"]:
                print(json.dumps([each["State"]["Name"], sorted(each)]))
        """;

    /// <summary>What machines have for reasons that the recorded ones did not.</summary>
    private static readonly string[] OfOthers =
        ["InstanceLifecycle", "Platform", "SpotInstanceRequestId", "StateReason"];

    /// <summary>Who launches without a key pair has no name of one.</summary>
    private static readonly string[] NotHere = ["KeyName"];

    [Fact]
    public async Task Botocores_model_has_every_element_and_value()
    {
        await using var sandbox = await Ec2Calls.StartAsync(Ec2Calls.Now());
        var region = sandbox.HomeOf();
        string[] operations = ["DescribeInstances", "DescribeRegions"];
        var answers = new Dictionary<string, string>();
        foreach (var operation in operations)
        {
            var answer = await sandbox.Ec2Async("Action=" + operation, region: region);
            answers[operation] = Convert.ToBase64String(Encoding.UTF8.GetBytes(answer.Body));
        }

        var found =
            await Boto3.RunAsync(sandbox, Administrator(sandbox), Walk, JsonSerializer.Serialize(answers));

        found.ReplaceLineEndings("\n").ShouldBe("DescribeInstances True\nDescribeRegions True\n");
    }

    [Fact]
    public async Task The_real_EC2_was_recorded_to_tell_the_same_of_machines_in_each_state()
    {
        var recorded = Recorded();
        await using var sandbox = await Ec2Calls.StartAsync(Ec2Calls.Now(), perAccount: 0);
        foreach (var (at, ends) in new (int, MachineAction?)[]
            { (-300, null), (-300, MachineAction.Stop), (-300, MachineAction.Terminate) })
        {
            var launch = new MachineChange(
                TinyWorld.Payer, "eu-west-1", "", MachineAction.Launch, sandbox.Aws.Clock.Now.AddSeconds(at));
            var id = sandbox.Aws.Change(launch);
            if (ends is { } action)
                sandbox.Aws.Change(launch with { InstanceId = id, Action = action, At = launch.At.AddSeconds(100) });
        }

        var told = await Boto3.RunAsync(sandbox, Administrator(sandbox), $"REGION = 'eu-west-1'\n{Keys}");

        var lines = told.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
            .ToDictionary(line => line[0].GetString()!, line => Strings(line[1]));
        lines.Keys.ShouldBe(["running", "stopped", "terminated"], ignoreOrder: true);
        foreach (var (state, keys) in lines)
        {
            var real = recorded[state];
            Always(real).Except(NotHere).Except(keys).ShouldBeEmpty($"missing in {state}");
            keys.Except(recorded.Values.SelectMany(each => each).SelectMany(each => each)).Except(OfOthers)
                .ShouldBeEmpty($"never recorded, but told in {state}");
        }
    }

    private static SigningKeys Administrator(Sandbox sandbox) =>
        SigningKeys.Of(sandbox.Aws.Users.Administrator(TinyWorld.Payer));

    private static IEnumerable<string> Always(List<List<string>> machines) =>
        machines.Aggregate((IEnumerable<string>)machines[0], (common, next) => common.Intersect(next));

    /// <summary>The members of each recorded machine, by state.</summary>
    private static Dictionary<string, List<List<string>>> Recorded()
    {
        var directory = RecordedAnswers.Find();
        Assert.SkipWhen(directory is null, "shared/data/recorded is not on this machine");
        return directory!.GetFiles("*ec2.DescribeInstances_1.json")
            .SelectMany(file => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(file.FullName))
                .GetProperty("data").GetProperty("Reservations").EnumerateArray())
            .SelectMany(reservation => reservation.GetProperty("Instances").EnumerateArray())
            .GroupBy(instance => instance.GetProperty("State").GetProperty("Name").GetString()!)
            .ToDictionary(
                state => state.Key,
                state => state.Select(each => each.EnumerateObject().Select(member => member.Name).ToList()).ToList());
    }

    private static List<string> Strings(JsonElement list) =>
        [.. list.EnumerateArray().Select(each => each.GetString()!)];
}
