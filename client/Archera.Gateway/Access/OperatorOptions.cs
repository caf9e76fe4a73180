namespace Archera.Gateway.Access;

/// <summary>The section <c>Operator</c>.</summary>
public sealed record OperatorOptions
{
    public const string Section = "Operator";

    /// <summary>
    /// The operator's API key, <c>arc_&lt;8 characters&gt;_&lt;32 characters&gt;</c>. Required; no default. Whoever
    /// holds
    /// it can make and revoke every tenant's keys. Changing it needs a restart.
    /// </summary>
    public string? Key { get; init; }
}
