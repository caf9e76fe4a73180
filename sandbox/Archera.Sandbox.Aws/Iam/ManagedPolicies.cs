namespace Archera.Sandbox.Aws.Iam;

/// <summary>
/// The managed policies that exist here: AWS's one whose text is known whole. Any other is answered as missing, since a
/// policy that is attached and grants nothing would be a lie.
/// </summary>
internal static class ManagedPolicies
{
    private const string Everything =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    private static readonly PolicyDocument Administrator = PolicyDocument.Parse(Everything, PolicyKind.Identity);

    internal static string AdministratorArn(string partition) => $"arn:{partition}:iam::aws:policy/AdministratorAccess";

    internal static bool Exists(string arn, string partition) => arn == AdministratorArn(partition);

    internal static string NameOf(string arn) => arn[(arn.LastIndexOf('/') + 1)..];

    /// <summary>The rights of all of these, which exist.</summary>
    internal static IEnumerable<PolicyDocument> Read(IEnumerable<string> arns) => arns.Select(_ => Administrator);
}
