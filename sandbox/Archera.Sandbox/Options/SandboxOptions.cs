namespace Archera.Sandbox.Options;

/// <summary>
/// What one run of the sandbox was asked to do. The command line is described in <see cref="SandboxCommand"/>.
/// </summary>
internal sealed record SandboxOptions
{
    public required int Tenants { get; init; }

    /// <summary>Payer accounts in all, dealt round-robin to the tenants.</summary>
    public required int Payers { get; init; }

    /// <summary>Accounts in each organization, its payer included.</summary>
    public required int Linked { get; init; }

    public required int Services { get; init; }

    /// <summary>Days of history; null for <see cref="History.DefaultDays"/>.</summary>
    public required int? Days { get; init; }

    public required int Seed { get; init; }

    public required IReadOnlyList<string> FocusFiles { get; init; }

    /// <summary>A folder of recorded CloudWatch series; null for computed ones only.</summary>
    public required string? CloudWatch { get; init; }

    /// <summary>
    /// The billing day to start on; null for the real one, or for the day after the last charge of the FOCUS files.
    /// </summary>
    public required DateOnly? Today { get; init; }

    /// <summary>Share of calls that the simulated AWS refuses with its throttle answer.</summary>
    public required decimal Throttle { get; init; }

    public required int AwsPort { get; init; }

    public required int Port { get; init; }

    public required string? Data { get; init; }

    public required string? Info { get; init; }

    public required bool Once { get; init; }

    /// <summary>
    /// Whether a generated world is wanted: always without FOCUS files, with them only when one was asked for.
    /// </summary>
    public required bool Generated { get; init; }
}
