namespace Archera.Sandbox.Aws.Iam;

/// <summary>What a policy says; of two answers the greater one holds.</summary>
public enum PolicyDecision
{
    /// <summary>No statement speaks about the request, so it is refused.</summary>
    Silent,
    Allowed,
    /// <summary>A Deny matches; no Allow can outweigh it.</summary>
    Denied,
}
