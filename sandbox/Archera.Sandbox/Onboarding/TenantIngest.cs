using System.Collections.Immutable;
using Archera.Sandbox.Options;
using Archera.Sandbox.Progress;
using Archera.Sandbox.PublicApi;

namespace Archera.Sandbox.Onboarding;

/// <summary>Waits, by asking the public API, until the bills of one customer are read.</summary>
internal sealed class TenantIngest(DemoCustomer customer, ApiClient api, HistoryWindow window, TimeProvider time)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    /// <summary>The payers as they stand when nothing is late, or at the deadline.</summary>
    internal async Task<IReadOnlyList<PayerAnswer>> WaitAsync(
        Deadline deadline, Action<IngestProgress> report, CancellationToken cancellationToken)
    {
        var watches = customer.Plan.Organizations.Select(organization => $"aws:{organization.PayerAccountId}")
            .ToImmutableDictionary(
                payer => payer, payer => new AccountWatch(payer, customer.ConnectedBefore.Contains(payer), time));
        while (true)
        {
            var payers = await api.ListPayersAsync(cancellationToken);
            await Task.WhenAll(payers.Where(payer => !watches[payer.PayerAccount].IsWhole)
                .Select(payer => watches[payer.PayerAccount].LookAsync(api, payer, cancellationToken)));
            report(await ProgressAsync(payers, cancellationToken));
            if (watches.Values.All(watch => watch.IsWhole) || deadline.HasPassed)
                return payers;
            await Task.Delay(PollInterval, time, cancellationToken);
        }
    }

    private async Task<IngestProgress> ProgressAsync(
        IReadOnlyList<PayerAnswer> payers, CancellationToken cancellationToken)
    {
        var question = new CostsQuestion(window.FirstDay, window.Today) { Granularity = "Monthly" };
        var completeness = (await api.GetCostsAsync(question, cancellationToken)).Completeness;
        return new IngestProgress(
            completeness.DaysReceived,
            Math.Max(completeness.DaysExpected, payers.Count * window.Days),
            payers.Sum(payer => payer.LatePartitions));
    }
}
