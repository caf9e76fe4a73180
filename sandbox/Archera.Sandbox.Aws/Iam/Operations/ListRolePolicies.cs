using System.Globalization;
using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Iam.Operations;

/// <summary>Names the inline policies in their order, by pages.</summary>
internal sealed class ListRolePolicies(RoleStore roles) : ExistingRoleOperation(roles)
{
    private const int DefaultItems = 100;

    public override string Name => "ListRolePolicies";

    protected override void Check(QueryForm form, FieldChecks checks)
    {
        checks.Text(form["Marker"], "marker", 1, 320);
        checks.Number(MaxItems(form), "maxItems", 1, 1_000);
    }

    protected override AwsError? Wrong(QueryForm form) => form["MaxItems"] is not null && MaxItems(form) is null
        ? new AwsError(400, "MalformedInput", null)
        : null;

    /// <summary>The marker is the name listed last, so that a policy deleted meanwhile loses nothing.</summary>
    protected override QueryAnswer Answer(QueryCall call, Role role)
    {
        var names = role.Policies.Keys
            .Where(name => string.CompareOrdinal(name, call.Form["Marker"]) > 0)
            .ToList();
        var page = names.Take(MaxItems(call.Form) ?? DefaultItems).ToList();
        var isTruncated = page.Count < names.Count;
        return new QueryAnswer(
            [
                RoleXml.Element("PolicyNames", page.Select(name => RoleXml.Element("member", name))),
                RoleXml.Element("IsTruncated", isTruncated),
                .. isTruncated ? [RoleXml.Element("Marker", page[^1])] : Array.Empty<System.Xml.Linq.XElement>(),
            ],
            null,
            ResourceArn: role.Arn.Value);
    }

    private static int? MaxItems(QueryForm form) =>
        int.TryParse(form["MaxItems"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var items)
            ? items
            : null;
}
