using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Iam.Operations;

internal sealed class GetRole(RoleStore roles) : ExistingRoleOperation(roles)
{
    public override string Name => "GetRole";

    protected override QueryAnswer Answer(QueryCall call, Role role) =>
        new([RoleXml.Of(role, details: true)], null, ResourceArn: role.Arn.Value);
}
