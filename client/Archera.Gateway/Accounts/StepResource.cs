using System.Text.Json;
using System.Text.Json.Serialization;
using Archera.Contracts.Accounts;

namespace Archera.Gateway.Accounts;

/// <param name="Id">The step's stable id.</param>
/// <param name="Outcome">How it went: passed, failed, skipped, or waiting for its turn.</param>
/// <param name="Detail">What was found, in words.</param>
/// <param name="Remedy">What to do next; null unless the step failed.</param>
/// <param name="AwsRequestId">The request id to look up in CloudTrail; null when nothing was asked of AWS.</param>
public sealed record StepResource(
    string Id,
    [property: JsonConverter(typeof(StepResource.OutcomeConverter))] StepOutcome Outcome,
    string Detail,
    string? Remedy,
    string? AwsRequestId)
{
    internal static StepResource Of(VerificationStep step) =>
        new(step.Id, step.Outcome, step.Detail, step.Remedy, step.AwsRequestId);

    internal sealed class OutcomeConverter() : JsonStringEnumConverter<StepOutcome>(JsonNamingPolicy.CamelCase);
}
