using Archera.Aws.Calls;

namespace Archera.Aws.Datasets.Commitments;

internal static class CommitmentProbes
{
    /// <summary>
    /// Whatever there is to read may be read: data that are not there yet, or are more than a page, were allowed.
    /// </summary>
    public static AwsAnswer<ProbeAnswer> Of(AwsFailure? failure) =>
        failure is null or { Reason: FailureReasons.DataUnavailable or FailureReasons.EndlessPages }
            ? new AwsAnswer<ProbeAnswer> { Value = new ProbeAnswer() }
            : failure;
}
