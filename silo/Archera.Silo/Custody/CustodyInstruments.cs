using System.Diagnostics.Metrics;

namespace Archera.Silo.Custody;

/// <summary>What the keeping of stored records counts. Tags are bounded: never an account.</summary>
public sealed class CustodyInstruments
{
    public const string MeterName = "Archera.Silo";

    private readonly Counter<long> _unopened;

    public CustodyInstruments(IMeterFactory meters) => _unopened = meters.Create(MeterName).CreateCounter<long>(
        "archera.records.unopened", "{record}", "Reads of stored records that did not open, by reason.");

    public void DidNotOpen(string reason) => _unopened.Add(1, new KeyValuePair<string, object?>("reason", reason));
}
