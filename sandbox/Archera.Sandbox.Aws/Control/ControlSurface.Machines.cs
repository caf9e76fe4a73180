using System.Text.Json;
using Archera.Sandbox.Aws.Truth;

namespace Archera.Sandbox.Aws.Control;

internal sealed partial class ControlSurface
{
    private object ChangeMachine(JsonElement body, FieldErrors errors)
    {
        if (MachineRequest.Read(body, aws.World, aws.Clock.Now, errors) is not { } change)
            return new { };
        try
        {
            return new { instanceId = aws.Change(change), at = ControlInstant.Text(change.At) };
        }
        catch (ArgumentException exception)
        {
            errors.Add("action", exception.Message);
            return new { };
        }
    }

    private object PutRegion(JsonElement body, FieldErrors errors)
    {
        if (RegionRequest.Read(body, aws.World, errors) is { } request)
            aws.Regions.Put(request.Account, request.Region, request.Enabled);
        return new { };
    }

    private Task AnswerMachinesAsync(HttpContext context)
    {
        var errors = new FieldErrors();
        if (MachineTruthQuery.Read(context.Request.Query, aws.World, errors) is not { } query)
            return ProblemAsync(context, 400, "Fields are wrong.", errors.ByField);
        var now = aws.Clock.Now; // What has not happened yet is not true yet.
        var rows = MachineTruth.Rows(aws.World, query.Account, query.Start, query.End < now ? query.End : now)
            .Select(row => new
            {
                row.Machine.Account,
                row.Machine.Region,
                row.Machine.InstanceId,
                row.Machine.InstanceType,
                launched = ControlInstant.Text(row.Machine.Launched),
                terminated = row.Machine.Terminated is { } end && end <= now ? ControlInstant.Text(end) : null,
                up = row.Up.Select(
                    span => new { from = ControlInstant.Text(span.From), to = ControlInstant.Text(span.To) }),
            });
        return AnswerAsync(context, new { rows });
    }
}
