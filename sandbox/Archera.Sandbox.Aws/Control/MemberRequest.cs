using System.Text.Json;
using Archera.Sandbox.Aws.Organizations;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.Control;

/// <summary>An account that joins, changes or leaves an organization, as the control surface takes it.</summary>
/// <param name="Member">Null: it leaves.</param>
internal sealed record MemberRequest(string Payer, string Account, MemberAccount? Member)
{
    private static readonly string[] States =
        ["ACTIVE", "SUSPENDED", "PENDING_CLOSURE", "PENDING_ACTIVATION", "CLOSED"];

    private static readonly string[] Statuses = ["ACTIVE", "SUSPENDED", "PENDING_CLOSURE"];

    /// <param name="now">When an account joins that was not there before, unless the request says otherwise.</param>
    internal static MemberRequest? Read(
        JsonElement body, AwsWorld world, Members members, DateTimeOffset now, FieldErrors errors)
    {
        var fields = new JsonFields(
            body, errors, "", "payer", "account", "listed", "name", "state", "status", "joinedAt");
        var payer = fields.Account("payer", required: true);
        var account = fields.Account("account", required: true);
        var listed = fields.Element("listed", required: true)?.ValueKind;
        if (listed is not (null or JsonValueKind.True or JsonValueKind.False))
            fields.Wrong("listed", "Must be true or false.");
        if (payer is not null && !world.Organizations.Any(organization => organization.PayerAccountId == payer))
            fields.Wrong("payer", $"{payer} is no payer of this world.");
        else if (payer is not null && payer == account && listed == JsonValueKind.False)
            fields.Wrong("account", "A management account can't leave.");
        var (name, state, status) = (fields.Text("name"), fields.Text("state"), fields.Text("status"));
        if (state is not null && !States.Contains(state))
            fields.Wrong("state", $"Must be one of {string.Join(", ", States)}.");
        if (status is not null && !Statuses.Contains(status))
            fields.Wrong("status", $"Must be one of {string.Join(", ", Statuses)}.");
        DateTimeOffset? joinedAt = null;
        if (fields.Text("joinedAt") is { } text)
        {
            joinedAt = ControlInstant.TryParse(text, out var instant) ? instant : null;
            if (joinedAt is null)
                fields.Wrong("joinedAt", ControlInstant.Expected);
        }

        if (errors.Any)
            return null;
        if (listed == JsonValueKind.False)
            return new MemberRequest(payer!, account!, null);
        var known = members.Find(payer!, account!)
            ?? new MemberAccount(account!, account!, $"{account}@example.com", "INVITED", now);
        return new MemberRequest(payer!, account!, known with
        {
            Name = name ?? known.Name,
            State = state ?? known.State,
            Status = status,
            JoinedTimestamp = joinedAt ?? known.JoinedTimestamp,
        });
    }
}
