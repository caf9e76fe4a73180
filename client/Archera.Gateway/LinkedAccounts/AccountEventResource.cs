using Archera.Contracts.LinkedAccounts;

namespace Archera.Gateway.LinkedAccounts;

/// <param name="At">When the list was read that told it, UTC: it happened between the list before and then.</param>
/// <param name="Event">seen: on a list for the first time; left; returned; renamed; state-changed.</param>
/// <param name="Value">The new name or state; null for other events.</param>
public sealed record AccountEventResource(DateTime At, string Event, string? Value)
{
    internal static AccountEventResource Of(MemberEvent happened) => new(
        happened.At.UtcDateTime,
        happened.Kind switch
        {
            MemberEventKind.StateChanged => "state-changed",
            var kind => kind.ToString().ToLowerInvariant(),
        },
        happened.Value);
}
