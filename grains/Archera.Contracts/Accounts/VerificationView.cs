using System.Collections.Immutable;

namespace Archera.Contracts.Accounts;

[GenerateSerializer, Immutable, Alias("archera.VerificationView")]
public sealed record VerificationView(
    [property: Id(0)] ConnectionState Connection,
    [property: Id(1)] bool IsDone,
    [property: Id(2)] ImmutableArray<VerificationStep> Steps);
