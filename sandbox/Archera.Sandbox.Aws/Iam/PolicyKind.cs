namespace Archera.Sandbox.Aws.Iam;

public enum PolicyKind
{
    /// <summary>A permission or session policy: resources, never principals.</summary>
    Identity,
    /// <summary>A role's trust policy: principals, never resources.</summary>
    Trust,
}
