using Archera.Aws.Costs;
using Archera.Aws.Datasets;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;

namespace Archera.Grains.Reports;

/// <summary>Reads the days of a month at two moments, adds them up, and says what changed.</summary>
/// <param name="recordTypes">The dataset that tells causes.</param>
public sealed class MonthChanges(
    MonthChangesQuery query,
    IDataset dataset,
    IDataset recordTypes,
    DayRecords<DayRecord> days,
    DecodedDays decoded,
    Action<DatasetName, DateOnly, string, Exception> unreadable)
{
    private readonly ChangeGrouping _grouping = new(query.Costs, dataset.Dimensions);
    private readonly MomentReading _before = Reading(query, query.Since, dataset, decoded);
    private readonly MomentReading _after = Reading(query, query.Costs.AsOf, dataset, decoded);

    public bool IsFull => _grouping.IsFull;

    /// <exception cref="OverflowException">A sum has more digits than can be held exactly.</exception>
    public async Task AddAsync(DateOnly day)
    {
        var before = await ReadAsync(_before, day);
        var after = await ReadAsync(_after, day);
        if (before is not { } from || after is not { } to)
            return;
        var (fromElsewhere, toElsewhere) = (query.ElsewhereBefore.Contains(day), query.ElsewhereAfter.Contains(day));
        var (fromTable, toTable) = (fromElsewhere ? null : from.Table, toElsewhere ? null : to.Table);
        _grouping.Add(day, fromTable, toTable);
        if (from.Revision?.Number == to.Revision?.Number && fromElsewhere == toElsewhere)
            return;

        var rows = DayChanges.Between(fromTable, toTable, query.Costs.Metric).Where(_grouping.Keeps).ToArray();
        if (fromElsewhere || toElsewhere)
            Note(day, rows, null, _ => ChangeCauses.Other); // Who has the word changed, not the day.
        else if (rows.Length > 0)
            await NoteAsync(day, rows, from.Revision, to.Revision!);
    }

    public MonthChangesSlice Slice() => new(_grouping.Rows(), _before.Days(), _after.Days());

    private static MomentReading Reading(
        MonthChangesQuery query, DateTimeOffset? moment, IDataset dataset, DecodedDays decoded) =>
        new(moment, new WatchedAccounts(query.Costs.Watched, dataset.Dimensions), decoded);

    private async Task NoteAsync(DateOnly day, ChangedRow[] rows, RevisionAt? from, RevisionAt to)
    {
        var record = (await days.LoadAsync(dataset.Name, day)).Current;
        var times = new ChangeTimes(record, from, to, rows, query.Costs.Metric);
        var causes = from is null ? null : await CausesAsync(day);
        var converted = DayChanges.Converted(rows);
        Note(day, rows, times, row => causes is null ? ChangeCauses.FirstRead
            : converted.Contains((row.Key1, row.Key2)) ? ChangeCauses.Other
            : causes.Of(row, dataset.Dimensions));
    }

    private void Note(DateOnly day, ChangedRow[] rows, ChangeTimes? times, Func<ChangedRow, ChangeCauses> causes)
    {
        foreach (var row in rows)
            _grouping.Note(day, row, times?.Of(row), causes(row));
    }

    /// <summary>Where the record types can't be told at both moments, they say nothing.</summary>
    private async Task<DayCauses> CausesAsync(DateOnly day)
    {
        var (from, to) = (Reading(query, query.Since, recordTypes, decoded),
            Reading(query, query.Costs.AsOf, recordTypes, decoded));
        var before = await ReadAsync(from, day, recordTypes);
        var after = await ReadAsync(to, day, recordTypes);
        return before is { Table: { } old } && after is { Table: { } table }
            ? new DayCauses(old, table, query.Costs.Metric, recordTypes.Dimensions)
            : new DayCauses(null, null, query.Costs.Metric, recordTypes.Dimensions);
    }

    private Task<(RevisionAt? Revision, CostTable? Table)?> ReadAsync(MomentReading reading, DateOnly day) =>
        ReadAsync(reading, day, dataset);

    private async Task<(RevisionAt? Revision, CostTable? Table)?> ReadAsync(
        MomentReading reading, DateOnly day, IDataset which)
    {
        try
        {
            return reading.Read(day, (await days.LoadAsync(which.Name, day)).Current);
        }
        catch (Exception exception) when (UnreadableReason.Of(exception) is { } why)
        {
            unreadable(which.Name, day, why.Reason, exception);
            reading.NoteUnreadable(day, why);
            return null;
        }
    }
}
