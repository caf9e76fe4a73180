using System.Globalization;
using System.Text.Json;
using Archera.Sandbox.Aws.Hosting;
using Archera.Sandbox.Aws.Iam;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Truth;

namespace Archera.Sandbox.Aws.Control;

/// <summary>
/// What AWS does not have: truth, meters and levers, for tests and for whoever plays with the sandbox.
/// </summary>
internal sealed partial class ControlSurface(SimulatedAws aws)
{
    internal const string Root = "/_sandbox";
    private const int MaxBodyBytes = 1_048_576;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    internal Task HandleAsync(HttpContext context, PathString path) =>
        (context.Request.Method, path.Value) switch
        {
            ("GET", "/truth/costs") => AnswerTruthAsync(context),
            ("GET", "/truth/commitments") => AnswerCommitmentsAsync(context),
            ("GET", "/truth/machines") => AnswerMachinesAsync(context),
            ("GET", "/truth/metrics") => AnswerMetricTruthAsync(context),
            ("GET", "/bill") => AnswerAsync(context, new { payers = aws.Bill.Rows() }),
            ("GET", "/calls") => AnswerAsync(context, new { rows = aws.Calls.Rows() }),
            ("GET", "/cloudtrail") => AnswerTrailAsync(context),
            ("POST", "/faults") => ChangeAsync(context, SetFaults),
            ("GET", "/administrators") => AnswerAdministratorAsync(context),
            ("PUT", "/roles") => ChangeAsync(context, PutRole),
            ("DELETE", "/roles") => DeleteRoleAsync(context),
            ("PUT", "/scps") => ChangeAsync(context, PutControlPolicy),
            ("POST", "/sessions/expire") => ChangeAsync(context, ExpireSessions),
            ("POST", "/restatements") => ChangeAsync(context, Restate),
            ("POST", "/machines") => ChangeAsync(context, ChangeMachine),
            ("PUT", "/members") => ChangeAsync(context, PutMember),
            ("PUT", "/regions") => ChangeAsync(context, PutRegion),
            ("PUT", "/grouped") => ChangeAsync(context, PutGrouped),
            ("POST", "/clock") => ChangeAsync(context, MoveClock),
            _ => ProblemAsync(context, 404, "There is no such control.", null),
        };

    private object SetFaults(JsonElement body, FieldErrors errors)
    {
        var faults = FaultRequest.Read(body, errors);
        if (!errors.Any)
            aws.Faults.Replace(faults);
        return new { faults = faults.Count };
    }

    private object PutRole(JsonElement body, FieldErrors errors)
    {
        if (RoleRequest.Read(body, errors) is not { } request)
            return new { };
        var role = aws.Roles.Put(request.Arn, request.Trust, request.Permission, request.MaxSessionSeconds);
        return new { roleArn = role.Arn.Value, roleId = role.Id };
    }

    private object PutControlPolicy(JsonElement body, FieldErrors errors)
    {
        if (ControlPolicyRequest.Read(body, aws.World, errors) is { } request)
            aws.ControlPolicies.Put(request.Account, request.Policy);
        return new { };
    }

    private object ExpireSessions(JsonElement body, FieldErrors errors)
    {
        var account = new JsonFields(body, errors, "", "account").Account("account");
        return new { expired = errors.Any ? 0 : aws.Sessions.Expire(account) };
    }

    private object Restate(JsonElement body, FieldErrors errors)
    {
        if (RestatementRequest.Read(body, aws.World, errors) is { } restatement)
            aws.Restate(restatement);
        return new { };
    }

    private object PutGrouped(JsonElement body, FieldErrors errors)
    {
        if (GroupedRequest.Read(body, aws.World, errors) is ({ } payer, { } answer))
            aws.Grouped.Put(payer, answer);
        return new { };
    }

    private object MoveClock(JsonElement body, FieldErrors errors)
    {
        const int MostHours = 24 * 366;
        var fields = new JsonFields(body, errors, "", "today", "hours");
        var hours = fields.Whole("hours", 1, MostHours);
        var today = fields.Day("today", required: !fields.Has("hours"));
        if (today is not null && hours is not null)
            fields.Wrong("hours", "Is given instead of today, not with it.");
        if (!errors.Any && today is { } day && !aws.Clock.MoveTo(day))
            fields.Wrong("today", $"Must not be before {aws.Clock.Today:yyyy-MM-dd}: the clock moves forward only.");
        else if (!errors.Any && hours is { } forward)
            aws.Clock.MoveOn(forward);
        return new { today = aws.Clock.Today, now = ControlInstant.Text(aws.Clock.Now) };
    }

    private Task AnswerTruthAsync(HttpContext context)
    {
        var errors = new FieldErrors();
        if (TruthQuery.Read(context.Request.Query, aws.World, errors) is not { } query)
            return ProblemAsync(context, 400, "Fields are wrong.", errors.ByField);
        var end = query.End < aws.Clock.Today ? query.End : aws.Clock.Today; // What AWS has not billed is not true yet.
        var rows = CostTruth.Rows(aws.World, query.Payer, query.Start, end, query.GroupBy, query.Metric)
            .Select(row => new
            {
                row.Day,
                row.Keys,
                row.Metric,
                amount = row.Amount.ToString(CultureInfo.InvariantCulture),
                row.Currency,
            });
        return AnswerAsync(context, new { rows });
    }

    private Task AnswerMetricTruthAsync(HttpContext context)
    {
        var errors = new FieldErrors();
        if (MetricTruthQuery.Read(context.Request.Query, errors) is not { } query)
            return ProblemAsync(context, 400, "Fields are wrong.", errors.ByField);
        var end = query.End < aws.Clock.Now ? query.End : aws.Clock.Now; // What comes later is not measured yet.
        var points = MetricTruth.Points(
            aws.Metrics, query.Account, query.Region, query.InstanceId, query.Metric,
            query.Start.ToUnixTimeSeconds(), end.ToUnixTimeSeconds(), query.Period);
        return points is null
            ? ProblemAsync(context, 404, $"{query.InstanceId} has no {query.Metric} there and then.", null)
            : AnswerAsync(context, new
            {
                points = points.Select(point => new
                {
                    at = ControlInstant.Text(point.At),
                    point.SampleCount,
                    point.Sum,
                    point.Minimum,
                    point.Maximum,
                    point.Average,
                }),
            });
    }

    private Task AnswerAdministratorAsync(HttpContext context)
    {
        var account = context.Request.Query["account"].ToString();
        if (!AccountId.IsOne(account))
            return RefuseAsync(context, "account", "Must be an account id: 12 digits.");
        var user = aws.Users.Administrator(account);
        return AnswerAsync(context, new { user.UserArn, user.AccessKeyId, user.SecretAccessKey });
    }

    private Task DeleteRoleAsync(HttpContext context)
    {
        var arn = context.Request.Query["roleArn"].ToString();
        if (RoleArn.TryParse(arn) is null)
            return RefuseAsync(context, "roleArn", "Must be the ARN of a role.");
        return aws.Roles.Delete(arn)
            ? AnswerAsync(context, new { deleted = arn })
            : ProblemAsync(context, 404, $"There is no role {arn}.", null);
    }

    private async Task AnswerTrailAsync(HttpContext context)
    {
        var account = context.Request.Query["account"].ToString();
        if (!AccountId.IsOne(account))
        {
            await RefuseAsync(context, "account", "Must be an account id: 12 digits.");
            return;
        }

        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync("{\"Records\":["u8.ToArray(), context.RequestAborted);
        var isFirst = true;
        foreach (var json in aws.Trail.Raw(account))
        {
            if (!isFirst)
                await context.Response.Body.WriteAsync(","u8.ToArray(), context.RequestAborted);
            isFirst = false;
            await context.Response.Body.WriteAsync(json, context.RequestAborted);
        }

        await context.Response.Body.WriteAsync("]}"u8.ToArray(), context.RequestAborted);
    }

    private static async Task ChangeAsync(HttpContext context, Func<JsonElement, FieldErrors, object> change)
    {
        if (await RequestReader.ReadBodyAsync(context.Request, MaxBodyBytes, context.RequestAborted) is not { } content)
        {
            await ProblemAsync(context, 413, $"A body has at most {MaxBodyBytes} bytes.", null);
            return;
        }

        var errors = new FieldErrors();
        object answer;
        try
        {
            using var body = JsonDocument.Parse(content.IsEmpty ? "{}"u8.ToArray() : content, Strict);
            answer = change(body.RootElement, errors);
        }
        catch (JsonException exception)
        {
            await RefuseAsync(context, "body", "Is not valid JSON: " + exception.Message);
            return;
        }

        await (errors.Any
            ? ProblemAsync(context, 400, "Fields are wrong.", errors.ByField)
            : AnswerAsync(context, answer));
    }

    private static Task RefuseAsync(HttpContext context, string field, string message) =>
        ProblemAsync(context, 400, "Fields are wrong.", new Dictionary<string, string[]> { [field] = [message] });

    private static Task ProblemAsync(
        HttpContext context, int status, string title, IReadOnlyDictionary<string, string[]>? errors)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(
            new { title, status, errors }, Web, "application/problem+json", context.RequestAborted);
    }

    private static Task AnswerAsync(HttpContext context, object answer) =>
        context.Response.WriteAsJsonAsync(answer, Web, context.RequestAborted);
}
