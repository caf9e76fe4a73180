using Archera.Gateway.Health;

namespace Archera.Silo.Health;

/// <summary>Whether the table of reminders answers: without it no refresh is ever due.</summary>
internal sealed class RemindersCheck(IReminderTable reminders) : IReadinessCheck
{
    private static readonly GrainId Nobody = GrainId.Create("readiness", "readiness:probe");

    public string Name => "reminders";

    public async Task<ReadinessResult> CheckAsync(CancellationToken cancellationToken)
    {
        await reminders.ReadRow(Nobody, "probe", cancellationToken);
        return ReadinessResult.Ready("reminders can be read");
    }
}
