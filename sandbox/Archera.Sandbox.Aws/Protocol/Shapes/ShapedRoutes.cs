using Archera.Sandbox.Aws.Listed;

namespace Archera.Sandbox.Aws.Protocol.Shapes;

/// <summary>
/// The three ways to call CloudWatch: a target and JSON 1.0, a path and CBOR, or an action and a form. What is known by
/// name alone is known in each of them.
/// </summary>
internal sealed class ShapedRoutes(IEnumerable<IShapedOperation> operations)
{
    private const string Unknown = "Unknown";

    private static readonly ServiceProfile Service = ServiceProfile.CloudWatch;

    private readonly Dictionary<string, IShapedOperation> _operations =
        operations.ToDictionary(operation => operation.Name, StringComparer.Ordinal);

    /// <summary>Null when the target is another service's.</summary>
    internal RoutedCall? RouteTarget(WireRequest request, string target)
    {
        var prefix = Service.TargetPrefix + ".";
        if (!target.StartsWith(prefix, StringComparison.Ordinal))
            return null;
        var spoken = Service.Spoken(WireProtocol.CompatibleJson, request);
        return request is { Method: "POST", Path: "/" } && HasContent(request, WireAnswer.OlderJson)
            ? Route(spoken, target[prefix.Length..], UnknownOperation)
            : new RoutedCall(spoken, Unknown, UnknownOperation);
    }

    /// <summary>Null when the path is not that of an RPC.</summary>
    internal RoutedCall? RoutePath(WireRequest request)
    {
        if (request.Path.Split('/') is not ["", "service", var service, "operation", var name]
            || service != Service.TargetPrefix)
            return null;
        var spoken = Service.Spoken(WireProtocol.Cbor, request);
        var (headerName, protocol) = ShapedService.SmithyProtocol;
        return request.Method == "POST" && request.Header(headerName) == protocol
            && HasContent(request, WireAnswer.Cbor)
            ? Route(spoken, name, UnknownOperation)
            : new RoutedCall(spoken, Unknown, UnknownOperation);
    }

    /// <summary>Null when the version is another service's.</summary>
    internal RoutedCall? RouteAction(WireRequest request, string version, string action, QueryForm form) =>
        version == Service.Version
            ? Route(
                Service.Spoken(WireProtocol.Query, request),
                action,
                new AwsError(400, "InvalidAction", $"Could not find operation {action} for version {version}"),
                form)
            : null;

    private static AwsError UnknownOperation { get; } = new(400, "UnknownOperationException", null);

    private static bool HasContent(WireRequest request, string type) =>
        request.Header("content-type")?.StartsWith(type, StringComparison.OrdinalIgnoreCase) == true;

    private RoutedCall Route(ServiceProfile spoken, string name, AwsError unknown, QueryForm? form = null) =>
        _operations.TryGetValue(name, out var operation)
            ? new RoutedCall(spoken, name, Form: form, Shaped: operation)
            : ListedOperations.FindTarget($"{Service.TargetPrefix}.{name}") is { } listed
                ? new RoutedCall(spoken, name, Listed: listed, Form: form)
                : new RoutedCall(spoken, Unknown, unknown);
}
