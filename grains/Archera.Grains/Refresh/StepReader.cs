using Archera.Aws.Calls;
using Archera.Aws.Datasets;
using Archera.Aws.Sessions;

namespace Archera.Grains.Refresh;

/// <summary>Reads the days of a step, all or in parts, and has them kept.</summary>
public sealed class StepReader(RefreshLedger ledger, ILogger logger)
{
    /// <summary>
    /// Days that can't be read together are read alone, and days too many for one read in several: one that can't be
    /// read at all is late alone.
    /// </summary>
    /// <returns>Why it could not be read; null when it was.</returns>
    public async Task<AwsFailure?> ReadAsync(
        RefreshPlan.Step step, IAccountConnection connection, CancellationToken cancellationToken)
    {
        var answer = await GuardedRead.ReadAsync(step, connection, logger, cancellationToken);
        if (answer.Failure is { Reason: FailureReasons.Unreadable } && step.Partitions > 1)
        {
            AwsFailure? last = null;
            foreach (var day in step.ByDay())
                last = await ReadAsync(day, connection, cancellationToken) ?? last;
            return last;
        }

        var part = step.Dataset.Keeping == DatasetKeeping.DailyReport ? step.Told(answer) : step;
        if (answer.Succeeded)
            await ledger.TakeAsync(part, answer.Value);
        else
            await ledger.LateAsync(part, answer.Failure);
        return step.After(part.Read.Days.End.AddDays(-1)) is { } rest
            ? await ReadAsync(rest, connection, cancellationToken) ?? answer.Failure
            : answer.Failure;
    }
}
