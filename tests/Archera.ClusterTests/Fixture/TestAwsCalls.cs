using Archera.Aws.Calls;

namespace Archera.ClusterTests.Fixture;

/// <summary>Sees each answer of AWS before the silo goes on: between two pages the test may change the bill.</summary>
public sealed class TestAwsCalls : IAwsCallObserver
{
    public Action<AwsCallAttempt> Answered { get; set; } = _ => { };

    public void Observe(AwsCallAttempt attempt) => Answered(attempt);
}
