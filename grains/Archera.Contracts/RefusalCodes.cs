namespace Archera.Contracts;

/// <summary>The stable codes of refusals; the HTTP API uses them as problem codes.</summary>
public static class RefusalCodes
{
    public const string NotFound = "not-found";
    public const string Invalid = "invalid-request";
    public const string ClaimDiffers = "claim-differs";
    public const string RoleMismatch = "role-mismatch";
    public const string RoleMissing = "role-missing";
    public const string NotQuarantined = "not-quarantined";
    public const string Offboarding = "offboarding";
    public const string AccountUnreadable = "account-unreadable";
    public const string RecordLost = "record-lost";
    public const string NotConnected = "not-connected";
    public const string PartitionNotServed = "partition-not-served";
    public const string UnsupportedGrouping = "unsupported-grouping";
    public const string TooManyRows = "too-many-rows";
    public const string InexactSum = "inexact-sum";
    public const string TooMany = "too-many";
    public const string IdempotencyKeyReused = "idempotency-key-reused";
}
