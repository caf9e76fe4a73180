namespace Archera.Aws.Calls;

/// <summary>What all pipelines of a connection share.</summary>
internal sealed record CallSurroundings(
    AwsCallOptions Options,
    TimeProvider Time,
    JitterSource Jitter,
    IReadOnlyList<IAwsCallObserver> Observers);
