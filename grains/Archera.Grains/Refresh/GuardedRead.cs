using Archera.Aws.Calls;
using Archera.Aws.Datasets;
using Archera.Aws.Sessions;

namespace Archera.Grains.Refresh;

/// <summary>A fault of ours in one dataset makes that dataset late, by name, and none of the others.</summary>
public static class GuardedRead
{
    public static async Task<AwsAnswer<DatasetReading>> ReadAsync(
        RefreshPlan.Step step, IAccountConnection connection, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            return await step.Dataset.ReadAsync(step.Read, connection, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            RefreshLog.ReadFailed(logger, exception, step.Dataset.Name, connection.Account, step.Read.Days);
            return new AwsFailure(
                FailureReasons.InternalError,
                FaultOf.Vendor,
                CanRetry: true,
                exception.GetType().Name,
                $"Account {connection.Account}: reading {step.Dataset.Name} failed inside our own program "
                + $"({exception.GetType().Name}). What happened is in our log.");
        }
    }
}
