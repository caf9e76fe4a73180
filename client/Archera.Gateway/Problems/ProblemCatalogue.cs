using System.Collections.Frozen;
using Archera.Contracts;

namespace Archera.Gateway.Problems;

/// <summary>
/// Every problem that the API can answer with. A code, once published, keeps its meaning and its status.
/// </summary>
public static class ProblemCatalogue
{
    public static readonly ProblemType Invalid = new(
        RefusalCodes.Invalid, 400, "The request is not valid.",
        "Read 'errors': it names each field or parameter at fault and what is expected of it.");

    public static readonly ProblemType CursorExpired = new(
        "cursor-expired", 400, "The cursor is too old.",
        "Begin again at the first page, without a cursor.");

    public static readonly ProblemType Unauthenticated = new(
        "unauthenticated", 401, "The request carries no valid API key.",
        "Send 'Authorization: Bearer arc_…' with a key that was neither revoked nor has expired.");

    public static readonly ProblemType Forbidden = new(
        "forbidden", 403, "This kind of key may not be used here.",
        "Routes under /api/v1/operator take an operator key, all others under /api/v1 take a tenant's key.");

    public static readonly ProblemType NotFound = new(
        RefusalCodes.NotFound, 404, "There is no such thing here.",
        "Check the address and the id. What belongs to another tenant is not found either.");

    public static readonly ProblemType MethodNotAllowed = new(
        "method-not-allowed", 405, "The address does not take this method.",
        "The 'Allow' header lists those it takes.");

    public static readonly ProblemType ClaimDiffers = new(
        RefusalCodes.ClaimDiffers, 409, "The account is already claimed with another tier or mode.",
        "Repeat the request with the tier and mode of the claim, or use the claim as it is.");

    public static readonly ProblemType RoleMissing = new(
        RefusalCodes.RoleMissing, 409, "The payer account has no role yet.",
        "PUT its role first: /api/v1/payer-accounts/{payerAccount}/role.");

    public static readonly ProblemType NotConnected = new(
        RefusalCodes.NotConnected, 409, "The payer account is not connected.",
        "POST its verification, follow the remedy of the step that failed, and verify again.");

    public static readonly ProblemType NotQuarantined = new(
        RefusalCodes.NotQuarantined, 409, "The claim is not quarantined.",
        "List the claims again: it may have been decided, refused, or taken away meanwhile.");

    public static readonly ProblemType Offboarding = new(
        RefusalCodes.Offboarding, 409, "The payer account is being offboarded.",
        "Wait for its operation to end; then claim the account anew.");

    public static readonly ProblemType AccountUnreadable = new(
        RefusalCodes.AccountUnreadable, 409, "The payer account's stored record can't be read.",
        "Ask the operator to restore it, then repeat the request. Nothing was changed.");

    public static readonly ProblemType RecordLost = new(
        RefusalCodes.RecordLost, 409, "The payer account's stored record is lost.",
        "Ask the operator to restore it; or claim the account again and verify; or offboard it.");

    public static readonly ProblemType Incomplete = new(
        "incomplete", 409, "The figures are not whole, and the request asked for whole figures only.",
        "Read 'completeness' for what is late and when it is tried next, or ask without requireComplete.");

    public static readonly ProblemType ListChanged = new(
        "list-changed", 409, "The list has changed since its first page was given.",
        "Begin again at the first page, without a cursor: pages of two states are never mixed.");

    public static readonly ProblemType BodyTooLarge = new(
        "body-too-large", 413, "The request's body is too large.", "No request needs more than 64 KiB.");

    public static readonly ProblemType UnsupportedMediaType = new(
        "unsupported-media-type", 415, "The request's body is not declared as JSON.",
        "Send 'Content-Type: application/json', in UTF-8.");

    public static readonly ProblemType IdempotencyKeyReused = new(
        RefusalCodes.IdempotencyKeyReused, 422, "The idempotency key was used for another request.",
        "Use a new key for a new request; repeat a request with the very same content.");

    public static readonly ProblemType PartitionNotServed = new(
        RefusalCodes.PartitionNotServed, 422, "This installation has no credentials in that AWS partition.",
        "Ask the operator to configure the partition: a profile and a vendor principal.");

    public static readonly ProblemType RoleMismatch = new(
        RefusalCodes.RoleMismatch, 422, "The role belongs to another account or partition.",
        "Send the ARN of a role in the payer account itself.");

    public static readonly ProblemType UnsupportedGrouping = new(
        RefusalCodes.UnsupportedGrouping, 422, "No dataset holds these groups and filters together.",
        "Use one of the combinations that 'detail' lists.");

    public static readonly ProblemType TooManyRows = new(
        RefusalCodes.TooManyRows, 422, "The answer would have more than 100,000 rows.",
        "Narrow it: fewer days, Monthly instead of Daily, fewer groups, or a filter.");

    public static readonly ProblemType InexactSum = new(
        RefusalCodes.InexactSum, 422, "A sum has too many digits to be given exactly.",
        "Ask for fewer days, or for more groups: parts of it can be given.");

    public static readonly ProblemType TooMany = new(
        RefusalCodes.TooMany, 422, "A limit is reached.",
        "Read 'detail' for the limit; remove what is no longer used.");

    public static readonly ProblemType InternalError = new(
        "internal-error", 500, "The request failed inside the service.",
        "Nothing is known to be wrong with the request. Report the trace id to the operator.");

    public static readonly ProblemType Unavailable = new(
        "unavailable", 503, "The cluster did not answer in time.",
        "Try again after the seconds in 'Retry-After'. Every request may be repeated safely.");

    private static readonly FrozenDictionary<string, ProblemType> ByCode = All().ToFrozenDictionary(type => type.Code);

    /// <summary>All problem types, ordered by status and code.</summary>
    public static IReadOnlyList<ProblemType> Types { get; } =
        [.. ByCode.Values.OrderBy(type => type.Status).ThenBy(type => type.Code, StringComparer.Ordinal)];

    public static ProblemType? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>The type that a refusal of the cluster turns into.</summary>
    public static ProblemType Of(Refusal refusal) => Find(refusal.Code) ?? InternalError;

    private static ProblemType[] All() =>
    [
        Invalid, Unauthenticated, Forbidden, NotFound, MethodNotAllowed, ClaimDiffers, RoleMissing, NotConnected,
        NotQuarantined, Offboarding, Incomplete, BodyTooLarge, UnsupportedMediaType, IdempotencyKeyReused,
        PartitionNotServed, RoleMismatch, UnsupportedGrouping, TooManyRows, InexactSum, TooMany, AccountUnreadable,
        RecordLost, CursorExpired, ListChanged, InternalError, Unavailable,
    ];
}
