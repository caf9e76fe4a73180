using Archera.Contracts.Accounts;

namespace Archera.Gateway.Accounts;

/// <param name="Connection">Where the claim stands.</param>
/// <param name="State">Whether the run goes on.</param>
/// <param name="Steps">The steps of the run, in order.</param>
public sealed record VerificationResource(ConnectionState Connection, RunState State, IReadOnlyList<StepResource> Steps)
{
    internal static VerificationResource Of(VerificationView view) => new(
        view.Connection, view.IsDone ? RunState.Done : RunState.Running, [.. view.Steps.Select(StepResource.Of)]);
}
