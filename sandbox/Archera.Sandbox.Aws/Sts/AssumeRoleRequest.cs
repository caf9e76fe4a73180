using System.Globalization;
using System.Text.RegularExpressions;
using Archera.Sandbox.Aws.Iam;
using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Sts;

/// <summary>AssumeRole's parameters, checked against the service's schema.</summary>
internal sealed partial record AssumeRoleRequest(
    RoleArn Role,
    string SessionName,
    int DurationSeconds,
    string? ExternalId,
    string? SourceIdentity,
    PolicyDocument? Policy,
    IReadOnlyDictionary<string, string> Tags)
{
    internal const int DefaultSeconds = 3_600;
    private const int MinSeconds = 900;
    private const int MaxSeconds = 43_200;
    private const int MaxPolicyCharacters = 2_048;
    private const int MaxTags = 50;

    /// <summary>The share of the packed limit that policy and tags use; null when neither was passed.</summary>
    internal int? PackedPolicySize => Policy is null && Tags.Count == 0
        ? null
        : (int)Math.Ceiling(100m * (
            Packed(Policy?.Json ?? "") + Tags.Sum(tag => tag.Key.Length + tag.Value.Length)) / MaxPolicyCharacters);

    internal static (AssumeRoleRequest? Request, AwsError? Error) Read(QueryForm form, int maxSourceIdentity)
    {
        int? seconds = null;
        if (form["DurationSeconds"] is { } text)
        {
            if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed))
                return (null, new AwsError(400, "MalformedInput", null));
            seconds = parsed;
        }

        var tagKeys = form.Members("Tags", ".Key");
        var error = Check(form, seconds, tagKeys, maxSourceIdentity);
        if (error is not null)
            return (null, error);
        if (RoleArn.TryParse(form["RoleArn"]!) is not { } role)
            return (null, new AwsError(400, "ValidationError", $"{form["RoleArn"]} is invalid"));

        var (policy, policyError) = ReadPolicy(form);
        if (policyError is not null)
            return (null, policyError);
        var tags = tagKeys
            .Select((key, index) =>
                (key, value: form[string.Create(CultureInfo.InvariantCulture, $"Tags.member.{index + 1}.Value")] ?? ""))
            .DistinctBy(tag => tag.key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(tag => tag.key, tag => tag.value, StringComparer.Ordinal);
        var request = new AssumeRoleRequest(
            role, form["RoleSessionName"]!, seconds ?? DefaultSeconds, form["ExternalId"], form["SourceIdentity"],
            policy, tags);
        return request.PackedPolicySize > 100 ? (null, TooLarge(request.PackedPolicySize.Value)) : (request, null);
    }

    private static AwsError? Check(QueryForm form, int? seconds, List<string> tagKeys, int maxSourceIdentity)
    {
        var checks = new FieldChecks();
        checks.Required(form["RoleArn"], "roleArn");
        checks.Text(form["RoleArn"], "roleArn", 20, 2_048);
        checks.Required(form["RoleSessionName"], "roleSessionName");
        checks.Text(form["RoleSessionName"], "roleSessionName", 2, 64, NamePattern());
        checks.Number(seconds, "durationSeconds", MinSeconds, MaxSeconds);
        checks.Text(form["ExternalId"], "externalId", 2, 1_224, ExternalIdPattern());
        checks.Text(form["SourceIdentity"], "sourceIdentity", 2, maxSourceIdentity, NamePattern());
        checks.Text(form["Policy"], "policy", 1, MaxPolicyCharacters, PolicyPattern());
        checks.Text(form["SerialNumber"], "serialNumber", 9, 256);
        checks.Text(form["TokenCode"], "tokenCode", 6, 6);
        checks.Count(tagKeys.Count, "tags", MaxTags);
        for (var index = 0; index < tagKeys.Count; index++)
        {
            var member = string.Create(CultureInfo.InvariantCulture, $"tags.{index + 1}.member");
            checks.Text(tagKeys[index], $"{member}.key", 1, 128);
            checks.Text(form[string.Create(CultureInfo.InvariantCulture, $"Tags.member.{index + 1}.Value")],
                $"{member}.value", 0, 256);
        }

        return checks.Error;
    }

    private static (PolicyDocument? Policy, AwsError? Error) ReadPolicy(QueryForm form)
    {
        // No managed policy exists here, so none can be attached: refused rather than ignored, which would widen
        // rights.
        if (form.Members("PolicyArns", ".arn") is [var arn, ..])
            return (null, Malformed($"Policy {arn} does not exist or is not attachable."));
        if (form["Policy"] is not { } json)
            return (null, null);
        return PolicyDocument.TryParse(json, PolicyKind.Identity, out var policy, out var error)
            ? (policy, null)
            : (null, Malformed(error));
    }

    private static AwsError Malformed(string message) => new(400, "MalformedPolicyDocument", message);

    private static AwsError TooLarge(int percent) => new(
        400, "PackedPolicyTooLarge",
        $"Packed policy consumes {percent}% of allotted space, please use smaller policy.");

    private static int Packed(string json) => json.Count(character => !char.IsWhiteSpace(character));

    [GeneratedRegex(@"\A[\w+=,.@-]*\z", RegexOptions.ECMAScript)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\A[\w+=,.@:\/-]*\z", RegexOptions.ECMAScript)]
    private static partial Regex ExternalIdPattern();

    [GeneratedRegex(@"\A[\u0009\u000A\u000D\u0020-\u00FF]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex PolicyPattern();
}
