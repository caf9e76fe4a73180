namespace Archera.Sandbox.Aws.Iam.Operations;

/// <summary>Names the inline policies.</summary>
internal sealed class ListRolePolicies(RoleStore roles) : RoleListOperation(roles)
{
    public override string Name => "ListRolePolicies";

    protected override string ListName => "PolicyNames";

    protected override IEnumerable<string> Keys(Role role) => role.Policies.Keys;

    protected override object Member(string key) => key;
}
