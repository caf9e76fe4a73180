using System.Text.RegularExpressions;
using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Iam.Operations;

/// <summary>A policy as a field of a call, and how large IAM lets it be.</summary>
internal static partial class PolicyField
{
    /// <summary>IAM's default quota for a trust policy; AWS raises it to 4,096 for who asks.</summary>
    internal const int MaxTrustCharacters = 2_048;

    /// <summary>IAM's fixed quota for all inline policies of a role together.</summary>
    internal const int MaxInlineCharacters = 10_240;

    private const int MaxFieldCharacters = 131_072;

    internal static void Check(QueryForm form, string name, FieldChecks checks)
    {
        var field = char.ToLowerInvariant(name[0]) + name[1..];
        checks.Required(form[name], field);
        checks.Text(form[name], field, 1, MaxFieldCharacters, Characters());
    }

    /// <summary>What IAM counts: everything but white space.</summary>
    internal static int Size(PolicyDocument policy) => policy.Json.Count(character => !char.IsWhiteSpace(character));

    internal static AwsError? TrustTooLong(PolicyDocument trust) => Size(trust) <= MaxTrustCharacters
        ? null
        : new AwsError(409, "LimitExceeded", $"Cannot exceed quota for ACLSizePerRole: {MaxTrustCharacters}");

    [GeneratedRegex(@"\A[\u0009\u000A\u000D\u0020-\u00FF]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Characters();
}
