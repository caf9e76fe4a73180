using System.Diagnostics.Metrics;
using Archera.Contracts.Events;
using Archera.Contracts.Identity;
using Archera.Contracts.Reconciliation;
using Archera.Contracts.Refresh;
using Archera.Grains.Onboarding;

namespace Archera.Grains.Refresh;

/// <summary>What refreshes and reports count. Tags are bounded: never an account.</summary>
public sealed class RefreshInstruments
{
    public const string MeterName = "Archera.Grains";

    private readonly Counter<long> _refreshes;
    private readonly Counter<long> _backfills;
    private readonly Counter<long> _partitions;
    private readonly Counter<long> _rows;
    private readonly Counter<long> _parts;
    private readonly Counter<long> _moves;
    private readonly Counter<long> _verifications;
    private readonly Counter<long> _lostMoves;
    private readonly Counter<long> _reconciled;

    public RefreshInstruments(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _refreshes = meter.CreateCounter<long>("archera.refresh.ended", "{refresh}", "Ended refreshes by outcome.");
        _backfills = meter.CreateCounter<long>(
            "archera.backfill.ended", "{backfill}", "Back-fills that ended, or wait for a named reason.");
        _partitions = meter.CreateCounter<long>("archera.refresh.partitions", "{partition}", "Partitions by outcome.");
        _rows = meter.CreateCounter<long>("archera.report.rows", "{row}", "Rows by what became of them.");
        _parts = meter.CreateCounter<long>("archera.report.parts.dropped", "{part}", "Dropped stream parts by reason.");
        _moves = meter.CreateCounter<long>(
            "archera.connection.events", "{event}", "What happened to connections, by kind.");
        _verifications = meter.CreateCounter<long>(
            "archera.connection.verifications", "{verification}", "Ended verifications by verdict.");
        _reconciled = meter.CreateCounter<long>(
            "archera.reconciliation.months", "{month}", "Months compared with AWS's own totals, by verdict.");
        _lostMoves = meter.CreateCounter<long>(
            "archera.connection.events.lost", "{event}", "Events lost because too many waited to be stored.");
    }

    public void Verified(VerificationVerdict verdict) =>
        _verifications.Add(1, new KeyValuePair<string, object?>("verdict", verdict.ToString()));

    public void ConnectionMoved(TenantEventKind kind) =>
        _moves.Add(1, new KeyValuePair<string, object?>("kind", kind.ToString()));

    public void ConnectionEventsLost(int count) => _lostMoves.Add(count);

    public void RefreshEnded(OperationState state) =>
        _refreshes.Add(1, new KeyValuePair<string, object?>("state", state.ToString()));

    /// <param name="reason">Why it waits; null when it has ended.</param>
    public void BackfillEnded(OperationState state, string? reason) => _backfills.Add(
        1,
        new KeyValuePair<string, object?>("state", state.ToString()),
        new KeyValuePair<string, object?>("reason", reason));

    public void Partitions(DatasetName dataset, string outcome, int count) => _partitions.Add(
        count,
        new KeyValuePair<string, object?>("dataset", dataset.Value),
        new KeyValuePair<string, object?>("outcome", outcome));

    public void Reconciled(DatasetName dataset, ReconciliationVerdict verdict) => _reconciled.Add(
        1,
        new KeyValuePair<string, object?>("dataset", dataset.Value),
        new KeyValuePair<string, object?>("verdict", verdict.ToString().ToLowerInvariant()));

    public void Rows(DatasetName dataset, string outcome, int count) => _rows.Add(
        count,
        new KeyValuePair<string, object?>("dataset", dataset.Value),
        new KeyValuePair<string, object?>("outcome", outcome));

    public void PartDropped(string reason) => _parts.Add(1, new KeyValuePair<string, object?>("reason", reason));
}
