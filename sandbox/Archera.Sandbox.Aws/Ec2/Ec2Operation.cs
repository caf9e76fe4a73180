using System.Text.Json.Nodes;
using System.Xml.Linq;
using Archera.Sandbox.Aws.Iam;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Throttling;

namespace Archera.Sandbox.Aws.Ec2;

/// <summary>A read of EC2: whether the caller may, whether it is a dry run, and then the parameters.</summary>
internal abstract class Ec2Operation : IQueryOperation
{
    private const string AnyResource = "*";

    public ServiceProfile Service => ServiceProfile.Ec2;

    public abstract string Name { get; }

    public virtual RequestBucket BucketOf(QueryForm form) => new(Name, Service.Quota);

    public QueryAnswer Handle(QueryCall call)
    {
        var parameters = Trailed(call.Form);
        var error = Forbidden(call) ?? (call.Form["DryRun"] == "true" ? Ec2Errors.DryRun : null);
        if (error is not null)
            return new QueryAnswer(null, error, parameters);
        var (result, wrong) = Answer(call);
        return new QueryAnswer(result, wrong, parameters);
    }

    protected abstract (IReadOnlyList<XElement>? Result, AwsError? Error) Answer(QueryCall call);

    /// <summary>The parameters as CloudTrail shows them.</summary>
    protected abstract JsonObject Trailed(QueryForm form);

    protected static JsonObject TrailedSet(IEnumerable<string> values, string member) => Items(values
        .Select(value => new JsonObject { [member] = value }));

    protected static JsonObject TrailedFilters(QueryForm form) => Items(Ec2Filters.Named(form)
        .Select(filter => new JsonObject
        {
            ["name"] = filter.Name,
            ["valueSet"] = TrailedSet(filter.Values, "value"),
        }));

    private static JsonObject Items(IEnumerable<JsonObject> items)
    {
        JsonNode[] array = [.. items];
        return array.Length == 0 ? [] : new JsonObject { ["items"] = new JsonArray(array) };
    }

    private AwsError? Forbidden(QueryCall call)
    {
        var request = new PolicyRequest(
            "ec2:" + Name, [AnyResource], Authorization.Context(call.Caller, call.Region, call.SourceIp, call.Now));
        return Authorization.Refusal(call.Caller, request) is { } reason
            ? Service.Forbidden(call.Caller, request.Action, AnyResource, reason)
            : null;
    }
}
