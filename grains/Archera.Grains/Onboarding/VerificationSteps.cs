using System.Collections.Immutable;
using Archera.Aws.Datasets;
using Archera.Contracts.Accounts;

namespace Archera.Grains.Onboarding;

/// <summary>The rungs of a verification, in order.</summary>
public static class VerificationSteps
{
    public const string AssumeRole = "assume-role";
    public const string SourceIdentity = "source-identity";
    public const string RefusedWithoutId = "refused-without-external-id";
    public const string RefusedWithForeignId = "refused-with-foreign-external-id";
    public const string EmptyId = "empty-external-id";
    public const string RefusedToOthers = "refused-to-another-principal";
    public const string StillOpenToUs = "still-open-to-us";
    public const string CallerIdentity = "caller-identity";
    public const string OrganizationPayer = "organization-payer";

    /// <summary>There only while a newer external id waits to take the older one's place.</summary>
    public const string NewExternalId = "new-external-id";

    /// <param name="datasets">What the account is read for, each a rung of its own.</param>
    public static ImmutableArray<VerificationStep> NotRun(IEnumerable<IDataset> datasets) =>
    [
        Waiting(AssumeRole),
        Waiting(SourceIdentity),
        Waiting(RefusedWithoutId),
        Waiting(RefusedWithForeignId),
        Skipped(EmptyId, "Skipped: STS refuses an empty id unread, whatever the role says."),
        Waiting(RefusedToOthers),
        Waiting(StillOpenToUs),
        Waiting(CallerIdentity),
        Waiting(OrganizationPayer),
        .. datasets.Select(DatasetRung.NotAsked),
    ];

    public static VerificationStep Waiting(string id, string detail = "Not run yet.") =>
        new(id, StepOutcome.Waiting, detail, null, null);

    public static VerificationStep Passed(string id, string detail, string? requestId) =>
        new(id, StepOutcome.Passed, detail, null, requestId);

    public static VerificationStep Failed(string id, string detail, string remedy, string? requestId) =>
        new(id, StepOutcome.Failed, detail, remedy, requestId);

    public static VerificationStep Skipped(string id, string detail) =>
        new(id, StepOutcome.Skipped, detail, null, null);

    public static ImmutableArray<VerificationStep> Replace(
        this ImmutableArray<VerificationStep> steps, VerificationStep changed) =>
        [.. steps.Select(step => step.Id == changed.Id ? changed : step)];

    /// <summary>The steps behind a failed one are not worth asking AWS for.</summary>
    public static ImmutableArray<VerificationStep> SkipWaiting(this ImmutableArray<VerificationStep> steps) =>
    [
        .. steps.Select(step => step.Outcome == StepOutcome.Waiting
            ? Skipped(step.Id, "Skipped: a step before it did not pass.")
            : step),
    ];
}
