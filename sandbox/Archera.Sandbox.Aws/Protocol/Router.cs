using System.Text;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>
/// Finds the operation. AWS's services have a host each; here they share one, so that the target header or the
/// action decides.
/// </summary>
internal sealed class Router
{
    private const string Unknown = "Unknown";

    private readonly Dictionary<string, (ServiceProfile Service, IJsonOperation Operation)> _json =
        new(StringComparer.Ordinal);

    private readonly Dictionary<(string Version, string Action), IQueryOperation> _query;

    internal Router(IEnumerable<IJsonOperation> json, IEnumerable<IQueryOperation> query)
    {
        _query = query.ToDictionary(operation => (operation.Service.Query!.Value.Version, operation.Name));
        foreach (var operation in json)
        {
            var service = ServiceProfile.JsonServices.Single(profile => profile.SigningName == operation.Service);
            _json.Add(operation.Target, (service, operation));
        }
    }

    internal RoutedCall Route(WireRequest request) =>
        request.Header("x-amz-target") is { } target ? RouteJson(request, target) : RouteQuery(request);

    private RoutedCall RouteJson(WireRequest request, string target)
    {
        var isJson =
            request.Header("content-type")?.StartsWith(WireAnswer.Json, StringComparison.OrdinalIgnoreCase) == true;
        if (isJson && request is { Method: "POST", Path: "/" } && _json.TryGetValue(target, out var found))
            return new RoutedCall(found.Service, found.Operation.Name(), Json: found.Operation);
        var service = ServiceProfile.JsonServices.FirstOrDefault(
            profile => target.StartsWith(profile.TargetPrefix + ".", StringComparison.Ordinal));
        return new RoutedCall(
            service ?? ServiceProfile.CostExplorer, Unknown, new AwsError(400, "UnknownOperationException", null));
    }

    private RoutedCall RouteQuery(WireRequest request)
    {
        var form = new QueryForm(Fields(request));
        var (action, version) = (form["Action"], form["Version"] ?? "NO_VERSION_SPECIFIED");
        if (request.Path != "/" || action is null)
            return Refuse(new AwsError(400, "MissingAction", "The request must contain the parameter Action."));
        return _query.TryGetValue((version, action), out var operation)
            ? new RoutedCall(operation.Service, action, Query: operation, Form: form)
            : Refuse(new AwsError(400, "InvalidAction", $"Could not find operation {action} for version {version}"));

        static RoutedCall Refuse(AwsError error) => new(ServiceProfile.Sts, Unknown, error);
    }

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
