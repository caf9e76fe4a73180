using System.Collections.Immutable;
using Archera.Aws.Calls;
using Archera.Aws.Datasets;
using Archera.Aws.Sessions;
using Archera.Contracts.Accounts;

namespace Archera.Grains.Onboarding;

/// <summary>
/// Asks AWS the cheapest request of every dataset, each probe once. What it finds keeps no account from being
/// connected: the door is proven by then, and a dataset that is denied is late alone.
/// </summary>
public sealed class DatasetCheck(
    ImmutableArray<IDataset> datasets, IAccountConnection connection, Settling settling, DateOnly today)
{
    /// <param name="mayPay">Whether what AWS charges for may be asked; read before each probe.</param>
    public async Task RunAsync(
        Func<bool> mayPay, Action<VerificationStep> show, CancellationToken cancellationToken)
    {
        foreach (var told in datasets.GroupBy(dataset => dataset.Probe))
        {
            if (told.Key.PriceUsd > 0 && !mayPay())
            {
                ShowAll(told, DatasetRung.NotPaidFor, show);
                continue;
            }

            var answer = await settling.AskAsync(
                token => told.Key.AskAsync(today, connection, token),
                seen => seen.Failure?.Reason != FailureReasons.AccessDenied,
                _ => ShowAll(told, DatasetRung.AskedAgain, show),
                cancellationToken);
            ShowAll(told, dataset => DatasetRung.Of(dataset, answer), show);
        }
    }

    private static void ShowAll(
        IEnumerable<IDataset> datasets, Func<IDataset, VerificationStep> step, Action<VerificationStep> show)
    {
        foreach (var dataset in datasets)
            show(step(dataset));
    }
}
