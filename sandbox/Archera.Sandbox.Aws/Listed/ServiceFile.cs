using System.Reflection;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Throttling;

namespace Archera.Sandbox.Aws.Listed;

/// <summary>
/// Reads a service and the names of its operations: lines of <c>key: value</c>, an empty line, then the names. A name
/// may be followed by <c>=</c> and the action that IAM has for it, and in a REST service follows its method and path.
/// </summary>
internal static class ServiceFile
{
    internal static IEnumerable<ListedOperation> ReadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            foreach (var operation in Read(reader.ReadToEnd()))
                yield return operation;
        }
    }

    private static IEnumerable<ListedOperation> Read(string text)
    {
        var (head, body) = text.Split("\n\n", 2) is [var first, var rest] ? (first, rest) : throw new FormatException();
        var fields = head.Split('\n')
            .Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        var service = Answered(fields) ?? Profile(fields);
        return service.Protocol == WireProtocol.RestJson
            ? body.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' '))
                .Select(parts => Operation(service, fields["action"], parts[2], new RestRoute(parts[0], parts[1])))
            : body.Split((char[])['\n', ' '], StringSplitOptions.RemoveEmptyEntries)
                .Select(name => Operation(service, fields["action"], name, route: null));
    }

    private static ListedOperation Operation(ServiceProfile service, string prefix, string text, RestRoute? route)
    {
        var names = text.Split('=');
        return new ListedOperation(service, names[0], $"{prefix}:{names[^1]}", route);
    }

    private static ServiceProfile? Answered(Dictionary<string, string> fields) =>
        ServiceProfile.Answered.FirstOrDefault(profile => profile.SigningName == fields["signing"]);

    private static ServiceProfile Profile(Dictionary<string, string> fields)
    {
        var protocol = Enum.Parse<WireProtocol>(fields["protocol"]);
        var regions = fields.TryGetValue("regions", out var some) ? some.Split(' ').ToHashSet() : AwsRegions.All;
        return new ServiceProfile(fields["signing"], protocol, regions, ServiceQuota.Listed, Throttled(protocol))
        {
            Version = fields.GetValueOrDefault("version"),
            Space = fields.GetValueOrDefault("namespace", ""),
            TargetPrefix = fields.GetValueOrDefault("target"),
            ContentType = protocol == WireProtocol.RestJson ? WireAnswer.RestJson
                : fields.GetValueOrDefault("json") == "1.0" ? WireAnswer.OlderJson
                : WireAnswer.Json,
        };
    }

    private static AwsError Throttled(WireProtocol protocol) => protocol switch
    {
        WireProtocol.Query => ServiceErrors.Throttling,
        WireProtocol.Json => new AwsError(400, "ThrottlingException", "Rate exceeded"),
        _ => new AwsError(429, "ThrottlingException", "Rate exceeded"),
    };
}
