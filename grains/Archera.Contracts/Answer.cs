using System.Diagnostics.CodeAnalysis;

namespace Archera.Contracts;

/// <summary>Either a value or the refusal that stands in its place.</summary>
[GenerateSerializer, Immutable, Alias("archera.Answer`1")]
public sealed record Answer<T>
    where T : class
{
    [Id(0)]
    public T? Value { get; init; }

    [Id(1)]
    public Refusal? Refusal { get; init; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsGranted => Refusal is null;

    public static implicit operator Answer<T>(T value) => new() { Value = value };

    public static implicit operator Answer<T>(Refusal refusal) => new() { Refusal = refusal };
}
