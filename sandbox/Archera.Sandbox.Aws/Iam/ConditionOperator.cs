using System.Globalization;
using System.Net;

namespace Archera.Sandbox.Aws.Iam;

/// <summary>
/// How a condition compares one value of the request with one value of the policy. A negated operator holds when no
/// value of the policy compares, and also when the key is absent, as in AWS.
/// </summary>
/// <param name="IsPattern">The policy's value may hold wildcards.</param>
public sealed record ConditionOperator(
    Func<string, string, bool> Compares, bool TakesVariables = false, bool IsPattern = false, bool Negated = false)
{
    private static readonly Dictionary<string, ConditionOperator> ByName = Build();

    public static ConditionOperator? Find(string name) => ByName.GetValueOrDefault(name);

    private static Dictionary<string, ConditionOperator> Build()
    {
        var operators = new Dictionary<string, ConditionOperator>(StringComparer.Ordinal);
        Add("StringEquals", "StringNotEquals", (value, policy) => value == policy);
        Add("StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", Same);
        Add("StringLike", "StringNotLike", (value, policy) => Wildcard.Matches(policy, value));
        Add("ArnEquals", "ArnNotEquals", ArnMatches);
        Add("ArnLike", "ArnNotLike", ArnMatches);
        Add("NumericEquals", "NumericNotEquals", (value, policy) => Numbers(value, policy) == 0);
        Add("NumericLessThan", null, (value, policy) => Numbers(value, policy) < 0);
        Add("NumericLessThanEquals", null, (value, policy) => Numbers(value, policy) <= 0);
        Add("NumericGreaterThan", null, (value, policy) => Numbers(value, policy) > 0);
        Add("NumericGreaterThanEquals", null, (value, policy) => Numbers(value, policy) >= 0);
        Add("DateEquals", "DateNotEquals", (value, policy) => Dates(value, policy) == 0);
        Add("DateLessThan", null, (value, policy) => Dates(value, policy) < 0);
        Add("DateLessThanEquals", null, (value, policy) => Dates(value, policy) <= 0);
        Add("DateGreaterThan", null, (value, policy) => Dates(value, policy) > 0);
        Add("DateGreaterThanEquals", null, (value, policy) => Dates(value, policy) >= 0);
        Add("Bool", null, Same);
        Add("IpAddress", "NotIpAddress", InNetwork);
        return operators;

        void Add(string name, string? negation, Func<string, string, bool> compares)
        {
            var isArn = name.StartsWith("Arn", StringComparison.Ordinal);
            var isText = name.StartsWith("String", StringComparison.Ordinal);
            var plain = new ConditionOperator(compares, isArn || isText, isArn || name == "StringLike");
            operators.Add(name, plain);
            if (negation is not null)
                operators.Add(negation, plain with { Negated = true });
        }
    }

    private static bool Same(string value, string policy) => value.Equals(policy, StringComparison.OrdinalIgnoreCase);

    private static bool ArnMatches(string value, string policy)
    {
        var (values, patterns) = (value.Split(':', 6), policy.Split(':', 6));
        return values.Length == patterns.Length
            && values.Zip(patterns).All(pair => Wildcard.Matches(pair.Second, pair.First));
    }

    private static int? Numbers(string value, string policy) =>
        decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var a)
        && decimal.TryParse(policy, NumberStyles.Float, CultureInfo.InvariantCulture, out var b)
            ? a.CompareTo(b)
            : null;

    private static int? Dates(string value, string policy) =>
        Instant(value) is { } a && Instant(policy) is { } b ? a.CompareTo(b) : null;

    private static DateTimeOffset? Instant(string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch) && epoch < 253402300800)
            return DateTimeOffset.FromUnixTimeSeconds(epoch);
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var instant) ? instant : null;
    }

    private static bool InNetwork(string value, string policy)
    {
        var network = policy.Contains('/') ? policy : policy + (policy.Contains(':') ? "/128" : "/32");
        return IPAddress.TryParse(value, out var address)
            && IPNetwork.TryParse(network, out var parsed)
            && parsed.Contains(address);
    }
}
