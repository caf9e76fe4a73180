using System.Collections.Immutable;
using Archera.Contracts.Identity;

namespace Archera.Contracts.Reports;

/// <summary>The days on which a bill has costs of a linked account, be it zero.</summary>
[GenerateSerializer, Immutable, Alias("archera.BilledDays")]
public sealed record BilledDays(
    [property: Id(0)] AwsAccountId LinkedAccount,
    [property: Id(1)] ImmutableArray<DateOnly> Days);
