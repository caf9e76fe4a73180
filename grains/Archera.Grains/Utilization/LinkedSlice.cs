using System.Collections.Immutable;
using Archera.Contracts.Reports;

namespace Archera.Grains.Utilization;

/// <summary>What one linked account's report said of the asked days of a month.</summary>
public sealed record LinkedSlice<TRow>(
    ImmutableArray<TRow> Rows, ImmutableArray<ReceivedDay> Received, ImmutableArray<UnreadableDay> Unreadable);
