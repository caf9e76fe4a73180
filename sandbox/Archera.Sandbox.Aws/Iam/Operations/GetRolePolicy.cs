using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Iam.Operations;

internal sealed class GetRolePolicy(RoleStore roles) : RolePolicyOperation(roles)
{
    public override string Name => "GetRolePolicy";

    protected override QueryAnswer Answer(QueryCall call, Role role)
    {
        var name = call.Form["PolicyName"]!;
        return role.Policies.TryGetValue(name, out var policy)
            ? new QueryAnswer(
                [
                    RoleXml.Element("RoleName", role.Arn.Name),
                    RoleXml.Element("PolicyName", name),
                    RoleXml.Policy("PolicyDocument", policy),
                ],
                null,
                ResourceArn: role.Arn.Value)
            : Refuse(call, NoSuchPolicy(name));
    }
}
