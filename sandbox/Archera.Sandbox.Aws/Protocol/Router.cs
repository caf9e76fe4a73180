using System.Text;
using Archera.Sandbox.Aws.Sts;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>
/// Finds the operation. AWS's services have a host each; here they share one, so that the target header or the
/// action decides.
/// </summary>
internal sealed class Router
{
    private const string Unknown = "Unknown";
    private const string StsVersion = "2011-06-15";

    private readonly Dictionary<string, (ServiceProfile Service, IJsonOperation Operation)> _json =
        new(StringComparer.Ordinal);

    internal Router(IEnumerable<IJsonOperation> operations)
    {
        foreach (var operation in operations)
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

    private static RoutedCall RouteQuery(WireRequest request)
    {
        var form = new QueryForm(Fields(request));
        var (action, version) = (form["Action"], form["Version"] ?? "NO_VERSION_SPECIFIED");
        if (request.Path != "/" || action is null)
            return Refuse(new AwsError(400, "MissingAction", "The request must contain the parameter Action."));
        return action is "AssumeRole" or "GetCallerIdentity" && version == StsVersion
            ? new RoutedCall(ServiceProfile.Sts, action, Form: form)
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
