using System.Collections.Immutable;
using Archera.Aws.Costs;
using Archera.Contracts.Reports;

namespace Archera.Grains.Reports;

/// <summary>Reads the days of a month as they stood at one moment, and keeps the account of it.</summary>
/// <param name="moment">Only revisions stored before it count; null = all.</param>
public sealed class MomentReading(DateTimeOffset? moment, WatchedAccounts watched, DecodedDays decoded)
{
    private readonly ImmutableArray<ReceivedDay>.Builder _received = ImmutableArray.CreateBuilder<ReceivedDay>();
    private readonly ImmutableArray<UnreadableDay>.Builder _unreadable = ImmutableArray.CreateBuilder<UnreadableDay>();

    /// <summary>The day's revision and rows; nulls when it was not received by then.</summary>
    /// <exception cref="InvalidDataException">The day can't be answered from, nor is it noted.</exception>
    public (RevisionAt? Revision, CostTable? Table) Read(DateOnly day, DayRecord record)
    {
        if (RevisionMerge.At(record, moment) is not { } revision)
            return (null, null);
        var table = decoded.Get(revision, () => RevisionMerge.Content(record, revision));
        watched.Add(day, table);
        _received.Add(new ReceivedDay(day, revision.Number, revision.ReadAt, revision.Estimated));
        return (revision, table);
    }

    public void NoteUnreadable(DateOnly day, (string Reason, string Detail) why) =>
        _unreadable.Add(new UnreadableDay(day, why.Reason, why.Detail));

    public MomentDays Days() => new(_received.ToImmutable(), _unreadable.ToImmutable(), watched.Billed());
}
