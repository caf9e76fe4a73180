using System.Globalization;
using System.Xml.Linq;
using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Iam.Operations;

/// <summary>Lists something of a role in its order, by pages.</summary>
internal abstract class RoleListOperation(RoleStore roles) : ExistingRoleOperation(roles)
{
    private const int DefaultItems = 100;

    /// <summary>The element that holds the members.</summary>
    protected abstract string ListName { get; }

    protected override void Check(QueryForm form, FieldChecks checks)
    {
        checks.Text(form["Marker"], "marker", 1, 320);
        checks.Number(MaxItems(form), "maxItems", 1, 1_000);
    }

    protected override AwsError? Wrong(QueryForm form) => form["MaxItems"] is not null && MaxItems(form) is null
        ? new AwsError(400, "MalformedInput", null)
        : null;

    /// <summary>The marker is the key listed last, so that one deleted meanwhile loses nothing.</summary>
    protected sealed override QueryAnswer Answer(QueryCall call, Role role)
    {
        var keys = Keys(role).Where(key => string.CompareOrdinal(key, call.Form["Marker"]) > 0).ToList();
        var page = keys.Take(MaxItems(call.Form) ?? DefaultItems).ToList();
        var isTruncated = page.Count < keys.Count;
        return new QueryAnswer(
            [
                RoleXml.Element(ListName, page.Select(key => RoleXml.Element("member", Member(key)))),
                RoleXml.Element("IsTruncated", isTruncated),
                .. isTruncated ? [RoleXml.Element("Marker", page[^1])] : Array.Empty<XElement>(),
            ],
            null,
            ResourceArn: role.Arn.Value);
    }

    /// <summary>What is listed, in its order.</summary>
    protected abstract IEnumerable<string> Keys(Role role);

    /// <summary>The content of the member with this key.</summary>
    protected abstract object Member(string key);

    private static int? MaxItems(QueryForm form) =>
        int.TryParse(form["MaxItems"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var items)
            ? items
            : null;
}
