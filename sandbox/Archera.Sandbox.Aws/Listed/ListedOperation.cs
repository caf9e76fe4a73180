using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Listed;

/// <summary>
/// An operation that the simulated AWS knows by name alone: it is authenticated and authorised as any other.
/// </summary>
/// <param name="Action">The IAM action, for example <c>budgets:ModifyBudget</c> for CreateBudget.</param>
/// <param name="Route">Of a REST service.</param>
internal sealed record ListedOperation(ServiceProfile Service, string Name, string Action, RestRoute? Route = null);
