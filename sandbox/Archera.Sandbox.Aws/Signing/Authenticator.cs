using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Archera.Sandbox.Aws.Iam;
using Archera.Sandbox.Aws.Organizations;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Regions;
using Archera.Sandbox.Aws.Sts;

namespace Archera.Sandbox.Aws.Signing;

/// <summary>
/// Signature Version 4 as AWS checks it, in AWS's order: scope, token, expiry, the role behind it, and the signature
/// last. A signature seen before is no replay: SDKs send the same one again when they retry.
/// </summary>
internal sealed class Authenticator(
    UserStore users, SessionStore sessions, RoleStore roles, ControlPolicies controlPolicies, AccountRegions regions)
{
    private const string Basic = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>How far a request's time may be from AWS's.</summary>
    internal static readonly TimeSpan AllowedSkew = TimeSpan.FromMinutes(5);

    internal AuthenticationResult Authenticate(WireRequest request, ServiceProfile service, DateTimeOffset now)
    {
        var (claim, refusal) = SignatureClaim.Read(request);
        refusal ??= WrongScope(claim!, service);
        if (refusal is not null)
            return new AuthenticationResult(null, claim?.Region, refusal);

        var (caller, secret, refused) = Resolve(claim!, now);
        refusal = refused ?? WrongSignature(request, claim!, secret!, now);
        if (refusal is not null)
            return new AuthenticationResult(null, claim!.Region, refusal);
        caller = caller! with { ControlPolicies = controlPolicies.Of(caller.AccountId) };
        return new AuthenticationResult(caller, claim!.Region, null);
    }

    /// <summary>
    /// The account that a request claims to come from, before anything is proven; null when its key is unknown.
    /// </summary>
    internal string? ClaimedAccount(WireRequest request)
    {
        var key = SignatureClaim.Read(request).Claim?.AccessKeyId;
        return key is null ? null : users.Find(key)?.AccountId ?? sessions.Find(key)?.AccountId;
    }

    private static SignatureRefusal? WrongScope(SignatureClaim claim, ServiceProfile service)
    {
        var message = "";
        if (!service.Regions.Contains(claim.Region))
            message += "Credential should be scoped to a valid region. ";
        if (claim.Service != service.SigningName)
            message += $"Credential should be scoped to correct service: '{service.SigningName}'. ";
        if (claim.Terminator != "aws4_request")
            message += $"Credential should be scoped with a valid terminator: 'aws4_request', not "
                + $"'{claim.Terminator}'. ";
        return message.Length > 0 ? SignatureRefusal.Wrong(message) : null;
    }

    private (Caller? Caller, string? Secret, SignatureRefusal? Refusal) Resolve(
        SignatureClaim claim, DateTimeOffset now)
    {
        if (users.Find(claim.AccessKeyId) is { } user)
        {
            return claim.SessionToken is null && IsAtHome(user.AsCaller(), claim)
                ? (user.AsCaller(), user.SecretAccessKey, null)
                : (null, null, SignatureRefusal.UnknownToken);
        }

        if (sessions.Find(claim.AccessKeyId) is not { } session || claim.SessionToken != session.SessionToken)
            return (null, null, SignatureRefusal.UnknownToken);
        if (session.ExpiresAt <= now)
            return (null, null, SignatureRefusal.ExpiredToken);
        if (roles.Find(session.RoleArn) is not { } role || role.Id != session.RoleId)
            return (null, null, SignatureRefusal.UnknownToken);
        var caller = Caller.Of(session, role);
        return IsAtHome(caller, claim)
            ? (caller, session.SecretAccessKey, null)
            : (null, null, SignatureRefusal.UnknownToken);
    }

    /// <summary>Keys are known in the regions of their partition that their account has switched on.</summary>
    private bool IsAtHome(Caller caller, SignatureClaim claim) =>
        AwsRegions.Partition(claim.Region) == caller.Partition
        && regions.IsEnabled(caller.AccountId, claim.Region);

    private static SignatureRefusal? WrongSignature(
        WireRequest request, SignatureClaim claim, string secret, DateTimeOffset now)
    {
        if (WrongTime(claim, now) is { } wrongTime)
            return wrongTime;
        if (!claim.HasSortedHeaders)
            return SignatureRefusal.Mismatch; // AWS sorts them itself, and so signs another text.
        if (!claim.SignedHeaders.Contains("host"))
            return SignatureRefusal.Wrong("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        if (request.HeaderNames.Any(name => MustBeSigned(name) && !claim.SignedHeaders.Contains(name)))
            return SignatureRefusal.Wrong("There were headers present in the request which were not signed");
        if (request.Header("x-amz-content-sha256") is { } hash && hash != CanonicalRequest.Hex(request.Body.Span))
            return SignatureRefusal.Mismatch;
        var expected = Encoding.ASCII.GetBytes(CanonicalRequest.Sign(request, claim, secret));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(claim.Signature))
            ? null
            : SignatureRefusal.Mismatch;
    }

    private static bool MustBeSigned(string header) => header.StartsWith("x-amz-", StringComparison.Ordinal);

    private static SignatureRefusal? WrongTime(SignatureClaim claim, DateTimeOffset now)
    {
        if (Instant(claim.Timestamp) is not { } signedAt)
        {
            return SignatureRefusal.Incomplete(
                $"Date must be in ISO-8601 'basic format'. Got '{claim.Timestamp}'. See "
                    + "http://en.wikipedia.org/wiki/ISO_8601");
        }

        var date = signedAt.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        if (date != claim.ScopeDate)
        {
            return SignatureRefusal.Wrong(
                "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
                + $"'{claim.ScopeDate}' != '{date}', from '{claim.Timestamp}'.");
        }

        var (lifetime, span) = claim.ExpiresSeconds is { } seconds
            ? (TimeSpan.FromSeconds(seconds), $"{seconds} sec.")
            : (AllowedSkew, "5 min.");
        if (signedAt < now - lifetime)
        {
            return SignatureRefusal.Wrong(
                $"Signature expired: {Stamp(signedAt)} is now earlier than {Stamp(now - lifetime)} ({Stamp(now)} - "
                    + $"{span})");
        }

        return signedAt > now + AllowedSkew
            ? SignatureRefusal.Wrong(
                $"Signature not yet current: {Stamp(signedAt)} is still later than {Stamp(now + AllowedSkew)} "
                + $"({Stamp(now)} + 5 min.)")
            : null;
    }

    private static DateTimeOffset? Instant(string text) =>
        DateTimeOffset.TryParseExact(
            text, [Basic, "R"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : null;

    private static string Stamp(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(Basic, CultureInfo.InvariantCulture);
}
