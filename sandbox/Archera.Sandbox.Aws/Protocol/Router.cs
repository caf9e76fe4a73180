using System.Text;
using Archera.Sandbox.Aws.Listed;
using Archera.Sandbox.Aws.Protocol.Shapes;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>
/// Finds the operation. AWS's services have a host each; here they share one, so that the target header, the action or
/// the path decides. What the simulated AWS does not answer itself may still be one that it knows by name.
/// </summary>
internal sealed class Router
{
    private const string Unknown = "Unknown";

    private readonly Dictionary<string, (ServiceProfile Service, IJsonOperation Operation)> _json =
        new(StringComparer.Ordinal);

    private readonly Dictionary<(string Version, string Action), IQueryOperation> _query;

    private readonly ShapedRoutes _shaped;

    private readonly IReadOnlyList<IRestOperation> _rest;

    internal Router(
        IEnumerable<IJsonOperation> json,
        IEnumerable<IQueryOperation> query,
        IEnumerable<IShapedOperation> shaped,
        IEnumerable<IRestOperation> rest)
    {
        _rest = [.. rest];
        _shaped = new ShapedRoutes(shaped);
        _query = query.ToDictionary(operation => (operation.Service.Version!, operation.Name));
        foreach (var operation in json)
        {
            var service = ServiceProfile.Answered.Single(
                profile => profile.Protocol == WireProtocol.Json && profile.SigningName == operation.Service);
            _json.Add(operation.Target, (service, operation));
        }
    }

    internal RoutedCall Route(WireRequest request)
    {
        if (request.Header("x-amz-target") is { } target)
            return _shaped.RouteTarget(request, target) ?? RouteJson(request, target);
        if (_shaped.RoutePath(request) is { } called)
            return called;
        return request.Path != "/" && ListedOperations.FindRoute(request.Method, request.Path) is { } rest
            ? RouteRest(rest)
            : RouteQuery(request);
    }

    private RoutedCall RouteRest(ListedOperation listed) => _rest.FirstOrDefault(
        each => each.Service == listed.Service.SigningName && each.Name == listed.Name) is { } operation
        ? new RoutedCall(listed.Service, listed.Name, Listed: listed, Rest: operation)
        : Known(listed);

    private RoutedCall RouteJson(WireRequest request, string target)
    {
        var dot = target.LastIndexOf('.');
        var service = ListedOperations.ServiceOf(targetPrefix: dot < 0 ? target : target[..dot]);
        var isJson = service is not null && request.Header("content-type")?.StartsWith(
            service.ContentType, StringComparison.OrdinalIgnoreCase) == true;
        if (isJson && request is { Method: "POST", Path: "/" })
        {
            if (_json.TryGetValue(target, out var found))
                return new RoutedCall(found.Service, found.Operation.Name(), Json: found.Operation);
            if (ListedOperations.FindTarget(target) is { } listed)
                return Known(listed);
        }

        return new RoutedCall(
            service ?? ServiceProfile.CostExplorer, Unknown, new AwsError(400, "UnknownOperationException", null));
    }

    private RoutedCall RouteQuery(WireRequest request)
    {
        var form = new QueryForm(Fields(request));
        var (action, version) = (form["Action"], form["Version"] ?? "NO_VERSION_SPECIFIED");
        if (request.Path != "/" || action is null)
            return Refuse(new AwsError(400, "MissingAction", "The request must contain the parameter Action."));
        if (_query.TryGetValue((version, action), out var operation))
            return new RoutedCall(operation.Service, action, Query: operation, Form: form);
        if (_shaped.RouteAction(request, version, action, form) is { } called)
            return called;
        return ListedOperations.FindAction(version, action) is { } listed
            ? Known(listed, form)
            : Refuse(new AwsError(400, "InvalidAction", $"Could not find operation {action} for version {version}"));

        RoutedCall Refuse(AwsError error) =>
            new(ListedOperations.ServiceOf(version: version) ?? ServiceProfile.Sts, Unknown, error);
    }

    private static RoutedCall Known(ListedOperation operation, QueryForm? form = null) =>
        new(operation.Service, operation.Name, Listed: operation, Form: form);

    private static IEnumerable<KeyValuePair<string, string>> Fields(WireRequest request)
    {
        var isForm = request.Header("content-type")
            ?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;
        return request.Method switch
        {
            "GET" => request.Query,
            "POST" when isForm =>
                RequestReader.Pairs(Encoding.UTF8.GetString(request.Body.Span), plusIsBlank: true)
                    .Concat(request.Query),
            _ => [],
        };
    }
}
