using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Iam.Operations;

/// <summary>An IAM call about a role that must exist.</summary>
internal abstract class ExistingRoleOperation(RoleStore roles) : RoleOperation(roles)
{
    protected sealed override QueryAnswer Answer(QueryCall call, string name, Role? found) => found is null
        ? Refuse(call, NoSuchEntity($"The role with name {name} cannot be found."))
        : Answer(call, found);

    protected abstract QueryAnswer Answer(QueryCall call, Role role);

    protected static AwsError NoSuchEntity(string message) => new(404, "NoSuchEntity", message);

    /// <summary>An answer that says only that the call was done.</summary>
    protected static QueryAnswer Done(Role role) => new(null, null, ResourceArn: role.Arn.Value);
}
