using System.Diagnostics.CodeAnalysis;

namespace Archera.Aws.Calls;

/// <summary>
/// What came of asking AWS: a value with its request id, or a classified failure. Never an empty stand-in.
/// </summary>
public sealed record AwsAnswer<T>
    where T : class
{
    public T? Value { get; init; }

    public AwsFailure? Failure { get; init; }

    /// <summary>AWS's request id of the newest request, where one came back.</summary>
    public string? RequestId { get; init; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Failure is null;

    public static implicit operator AwsAnswer<T>(AwsFailure failure) =>
        new() { Failure = failure, RequestId = failure.RequestId };
}
