using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Ec2;

/// <summary>EC2's refusals of a request that is signed and allowed.</summary>
internal static class Ec2Errors
{
    /// <summary>Of an account that EC2 is still verifying.</summary>
    internal static readonly AwsError NotSubscribed = new(
        401, "OptInRequired",
        "You are not subscribed to this service. Please go to http://aws.amazon.com to subscribe.");

    internal static readonly AwsError DryRun =
        new(412, "DryRunOperation", "Request would have succeeded, but DryRun flag is set.");

    internal static readonly AwsError IdsAndMaxResults = new(
        400, "InvalidParameterCombination",
        "The parameter instancesSet cannot be used with the parameter maxResults");

    internal static readonly AwsError TooManyFilterValues = new(
        400, "FilterLimitExceeded", "The maximum number of filter values specified on a single call is 200");

    internal static AwsError InvalidParameter(string message) => new(400, "InvalidParameterValue", message);

    internal static AwsError Value(string value, string parameter, string what) =>
        InvalidParameter($"Value ( {value} ) for parameter {parameter} is invalid. {what}");

    internal static AwsError Malformed(string instanceId) =>
        new(400, "InvalidInstanceID.Malformed", $"Invalid id: \"{instanceId}\"");

    internal static AwsError NotFound(IReadOnlyList<string> instanceIds) => new(
        400,
        "InvalidInstanceID.NotFound",
        instanceIds.Count == 1
            ? $"The instance ID '{instanceIds[0]}' does not exist"
            : $"The instance IDs '{string.Join(", ", instanceIds)}' do not exist");
}
