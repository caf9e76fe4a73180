using Archera.Sandbox.PublicApi;

namespace Archera.Sandbox.Onboarding;

/// <summary>Has one payer account back-filled, by asking the public API, and waits for it.</summary>
internal sealed class PastIngest(ApiClient api, string payer, TimeProvider time)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    /// <summary>The back-fill once it has ended or waits, or at the deadline.</summary>
    internal async Task<BackfillAnswer> WaitAsync(
        Deadline deadline, Action<string> report, CancellationToken cancellationToken)
    {
        var offer = await api.GetBackfillAsync(payer, cancellationToken);
        report($"{payer}: back-filling {offer.FirstDay:yyyy-MM-dd} to {offer.LastDay:yyyy-MM-dd}, planned with "
            + $"{offer.Calls} calls for {offer.CostUsd} USD");
        await api.StartBackfillAsync(payer, cancellationToken);
        while (true)
        {
            var answer = await api.GetBackfillAsync(payer, cancellationToken);
            if (!answer.IsRunning || deadline.HasPassed)
            {
                report($"{payer}: back-fill {answer.State}, {answer.DoneCalls} calls for {answer.SpentUsd} USD");
                return answer;
            }

            await Task.Delay(PollInterval, time, cancellationToken);
        }
    }
}
