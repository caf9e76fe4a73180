using System.Globalization;
using Archera.Aws.Calls;
using Archera.Aws.Datasets;
using Archera.Contracts.Accounts;

namespace Archera.Grains.Onboarding;

/// <summary>
/// The rung of one dataset, <c>dataset-&lt;Name&gt;</c>: what its probe will cost, and what AWS's answer says of it.
/// </summary>
public static class DatasetRung
{
    public static string IdOf(IDataset dataset) => $"dataset-{dataset.Name}";

    /// <summary>Says what the probe costs before it is made.</summary>
    public static VerificationStep NotAsked(IDataset dataset) => VerificationSteps.Waiting(
        IdOf(dataset), $"Not run yet. It will ask AWS {dataset.Probe.Request}, which {PriceOf(dataset)}.");

    public static VerificationStep AskedAgain(IDataset dataset) => VerificationSteps.Waiting(
        IdOf(dataset),
        $"AWS denies {ActionsOf(dataset)}; a changed permission needs some seconds. Asking again: a denied request "
        + "costs nothing.");

    /// <summary>A run that no customer has started spends nothing of the customer's.</summary>
    public static VerificationStep NotPaidFor(IDataset dataset) => VerificationSteps.Skipped(
        IdOf(dataset),
        $"Skipped: {dataset.Probe.Request} {PriceOf(dataset)}, and only a verification that you start spends that. "
        + "Whether the dataset is read shows in the account's datasets.");

    public static VerificationStep Of(IDataset dataset, AwsAnswer<ProbeAnswer> answer) => answer switch
    {
        { Succeeded: true } => VerificationSteps.Passed(
            IdOf(dataset),
            $"The role allows {ActionsOf(dataset)}: AWS answered {dataset.Probe.Request}, which {PriceOf(dataset)}.",
            answer.RequestId),
        { Failure.Reason: FailureReasons.AccessDenied } => VerificationSteps.Failed(
            IdOf(dataset),
            $"{dataset.Name} is not read: {DeniedAction.Words(dataset.Actions, answer.Failure)}",
            DeniedAction.Remedy(dataset.Actions),
            answer.RequestId),
        _ => VerificationSteps.Failed(
            IdOf(dataset),
            $"Not proven whether {dataset.Name} can be read. {answer.Failure!.Detail}",
            VerificationRemedies.OfNothingFoundOut(answer.Failure),
            answer.RequestId),
    };

    private static string ActionsOf(IDataset dataset) => string.Join(", ", dataset.Actions);

    private static string PriceOf(IDataset dataset)
    {
        var price = dataset.Probe.PriceUsd.ToString("0.00##", CultureInfo.InvariantCulture);
        return dataset.Probe.PriceUsd == 0
            ? "is free"
            : $"AWS charges this account {price} USD for, once for all datasets that it tells about";
    }
}
