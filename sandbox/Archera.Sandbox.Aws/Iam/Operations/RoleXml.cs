using System.Globalization;
using System.Xml.Linq;
using Archera.Sandbox.Aws.CloudTrail;
using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Iam.Operations;

/// <summary>Roles and policies as IAM answers them; documents are percent-encoded.</summary>
internal static class RoleXml
{
    internal static XElement Element(string name, object content) => new(QueryXml.Iam + name, content);

    internal static XElement Policy(string name, PolicyDocument policy) =>
        Element(name, Uri.EscapeDataString(policy.Json));

    /// <param name="details">CreateRole leaves description and session length out.</param>
    internal static XElement Of(Role role, bool details)
    {
        var element = Element("Role", new[]
        {
            Element("Path", role.Arn.Path),
            Element("RoleName", role.Arn.Name),
            Element("RoleId", role.Id),
            Element("Arn", role.Arn.Value),
            Element("CreateDate", TrailEvent.Iso(role.CreatedAt)),
            Policy("AssumeRolePolicyDocument", role.TrustPolicy),
        });
        if (details && role.Description is { } description)
            element.Add(Element("Description", description));
        if (details)
            element.Add(Element("MaxSessionDuration", role.MaxSessionSeconds.ToString(CultureInfo.InvariantCulture)));
        if (role.Tags.Count > 0)
            element.Add(Element("Tags", role.Tags.Select(tag => Element(
                "member", new[] { Element("Key", tag.Key), Element("Value", tag.Value) }))));
        return element;
    }
}
