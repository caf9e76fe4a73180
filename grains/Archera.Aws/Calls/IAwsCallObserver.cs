namespace Archera.Aws.Calls;

/// <summary>Sees every attempt, successful or not, exactly once: the ledger, the metrics, the spend.</summary>
public interface IAwsCallObserver
{
    void Observe(AwsCallAttempt attempt);
}
