using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Archera.Silo.Embedded;

/// <summary>Lets one write of a reminder at a time reach SQLite, in turn with grain state.</summary>
public sealed class SqliteReminderGate(IReminderTable inner, SqliteTurn turn) : IReminderTable
{
    /// <summary>Puts the gate before the reminder table that is registered.</summary>
    public static void PutBefore(IServiceCollection services)
    {
        var table = services.Last(service => service.ServiceType == typeof(IReminderTable)).ImplementationType
            ?? throw new InvalidOperationException("Orleans' AdoNet reminders are registered in an unknown way.");
        services.Replace(ServiceDescriptor.Singleton<IReminderTable>(provider => new SqliteReminderGate(
            (IReminderTable)ActivatorUtilities.CreateInstance(provider, table),
            provider.GetRequiredService<SqliteTurn>())));
    }

    public Task StartAsync(CancellationToken cancellationToken) => inner.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => inner.StopAsync(cancellationToken);

    public Task<ReminderTableData> ReadRows(GrainId grainId) => inner.ReadRows(grainId);

    public Task<ReminderTableData> ReadRows(GrainId grainId, CancellationToken cancellationToken) =>
        inner.ReadRows(grainId, cancellationToken);

    public Task<ReminderTableData> ReadRows(uint begin, uint end) => inner.ReadRows(begin, end);

    public Task<ReminderTableData> ReadRows(uint begin, uint end, CancellationToken cancellationToken) =>
        inner.ReadRows(begin, end, cancellationToken);

    public Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) => inner.ReadRow(grainId, reminderName);

    public Task<ReminderEntry?> ReadRow(
        GrainId grainId, string reminderName, CancellationToken cancellationToken) =>
        inner.ReadRow(grainId, reminderName, cancellationToken);

    public Task<string?> UpsertRow(ReminderEntry entry) => UpsertRow(entry, CancellationToken.None);

    public Task<string?> UpsertRow(ReminderEntry entry, CancellationToken cancellationToken) =>
        turn.TakeAsync(() => inner.UpsertRow(entry, cancellationToken), cancellationToken);

    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) =>
        RemoveRow(grainId, reminderName, eTag, CancellationToken.None);

    public Task<bool> RemoveRow(
        GrainId grainId, string reminderName, string eTag, CancellationToken cancellationToken) =>
        turn.TakeAsync(() => inner.RemoveRow(grainId, reminderName, eTag, cancellationToken), cancellationToken);

    public Task TestOnlyClearTable() => inner.TestOnlyClearTable();

    public Task TestOnlyClearTable(CancellationToken cancellationToken) =>
        inner.TestOnlyClearTable(cancellationToken);
}
