namespace Archera.Sandbox.Aws.Faults;

/// <summary>A fault to inject into a share of the calls that its filters match.</summary>
/// <param name="Share">0 to 1, held exactly over every 20 calls of an account and API.</param>
/// <param name="Service">A signing name, for example <c>ce</c>.</param>
/// <param name="Account">The account that a call is about: the target role's for AssumeRole, else the caller's.</param>
/// <param name="Milliseconds">For Latency, SlowBody and ClockSkew; one second when it is not given.</param>
public sealed record Fault(
    FaultKind Kind,
    decimal Share,
    string? Service = null,
    string? Operation = null,
    string? Account = null,
    int? Milliseconds = null)
{
    internal TimeSpan Span => TimeSpan.FromMilliseconds(Milliseconds ?? 1_000);

    internal bool Matches(string service, string operation, string account) =>
        (Service ?? service) == service && (Operation ?? operation) == operation && (Account ?? account) == account;
}
