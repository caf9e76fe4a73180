using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;

namespace Archera.Grains.Utilization;

/// <summary>What all linked accounts said, in the order of their keys.</summary>
public sealed record LinkedAnswers<TRow>(
    ImmutableArray<(AccountKey Account, ImmutableArray<TRow> Rows)> Accounts, Completeness Completeness);
