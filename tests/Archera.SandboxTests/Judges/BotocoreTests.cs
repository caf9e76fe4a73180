using System.Text.Json;
using Archera.Sandbox.Aws.Hosting;

namespace Archera.SandboxTests.Judges;

public sealed class BotocoreTests
{
    private const string Compare = """
        import json, sys
        try:
            import botocore.session
        except ImportError:
            sys.exit(3)
        session = botocore.session.get_session()
        for name, text in json.load(sys.stdin).items():
            head, body = text.split("\n\n", 1)
            fields = dict(line.split(": ", 1) for line in head.split("\n"))
            model = session.get_service_model(name)
            meta = model.metadata
            for key, theirs in (("version", "apiVersion"), ("target", "targetPrefix"), ("json", "jsonVersion"),
                                ("namespace", "xmlNamespace")):
                if fields.get(key, meta.get(theirs)) != meta.get(theirs):
                    print(name, key, fields[key], meta.get(theirs))
            kind = {"Ec2": "ec2", "Query": "query", "Json": "json", "RestJson": "rest-json"}[fields["protocol"]]
            if kind not in meta["protocols"]:
                print(name, "protocol", kind, meta["protocols"])
            if kind == "rest-json":
                for line in body.split("\n")[:-1]:
                    method, path, operation = line.split(" ")
                    http = model.operation_model(operation).http
                    if (http["method"], http["requestUri"]) != (method, path):
                        print(name, line, http)
            else:
                for operation in (word.split("=")[0] for word in body.split()):
                    if operation not in model.operation_names:
                        print(name, operation)
            print(name, "compared", file=sys.stderr)
        """;

    [Fact]
    public async Task Botocore_knows_every_listed_operation_by_the_same_name_and_shape()
    {
        var assembly = typeof(SimulatedAws).Assembly;
        var files = assembly.GetManifestResourceNames().ToDictionary(
            name => Path.GetFileNameWithoutExtension(name), Text, StringComparer.Ordinal);

        var (differences, compared) = await Python.RunAsync(Compare, JsonSerializer.Serialize(files));

        differences.ShouldBe("");
        compared.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(files.Count, compared);

        string Text(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }
}
