using Archera.Contracts.Identity;
using Archera.Contracts.Time;
using Archera.Grains.Reconciliation;

namespace Archera.Grains.Refresh;

/// <summary>What every refresh of an activation shares.</summary>
/// <param name="StillWorking">Keeps the activation: background work alone does not.</param>
/// <param name="Months">Compares what was read with AWS's own totals; null where no costs are read.</param>
public sealed record RefreshSetting(
    AccountKey Account,
    HandOver HandOver,
    RefreshGate Gate,
    RefreshInstruments Instruments,
    BillingClock Clock,
    TimeProvider Time,
    ILogger Logger,
    RefreshOptions Options,
    PageMeter Pages,
    Action StillWorking,
    MonthChecks? Months);
