namespace Archera.Sandbox.Aws.Iam.Operations;

/// <summary>Names the managed policies that are attached.</summary>
internal sealed class ListAttachedRolePolicies(RoleStore roles) : RoleListOperation(roles)
{
    public override string Name => "ListAttachedRolePolicies";

    protected override string ListName => "AttachedPolicies";

    protected override IEnumerable<string> Keys(Role role) => role.ManagedPolicyArns;

    protected override object Member(string key) => new[]
    {
        RoleXml.Element("PolicyName", ManagedPolicies.NameOf(key)), RoleXml.Element("PolicyArn", key),
    };
}
