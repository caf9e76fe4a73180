using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Archera.Contracts.Identity;

/// <summary>
/// The ARN of an IAM role, <c>arn:aws:iam::123456789012:role/path/Name</c>, at most 2,048 characters.
/// </summary>
[GenerateSerializer, Immutable, Alias("archera.RoleArn")]
public readonly partial record struct RoleArn
{
    public const int MaxLength = 2048;

    private RoleArn(string value, AwsPartition partition, AwsAccountId accountId) =>
        (Value, Partition, AccountId) = (value, partition, accountId);

    [Id(0)]
    public string Value { get; }

    [Id(1)]
    public AwsPartition Partition { get; }

    [Id(2)]
    public AwsAccountId AccountId { get; }

    public static RoleArn Parse(string text) => TryParse(text, out var arn)
        ? arn
        : throw new FormatException("A role ARN is arn:<partition>:iam::<account>:role/<name>.");

    public static bool TryParse([NotNullWhen(true)] string? text, out RoleArn arn)
    {
        arn = default;
        // IAM may take a path that climbs; nothing between us and AWS has to be trusted to take it literally.
        if (text is null || text.Length > MaxLength || text.Contains("/../") || text.Contains("/./"))
            return false;
        var match = Pattern().Match(text);
        if (!match.Success
            || !AwsPartition.TryParse(match.Groups["partition"].Value, out var partition)
            || !AwsAccountId.TryParse(match.Groups["account"].Value, out var account))
        {
            return false;
        }

        arn = new RoleArn(text, partition, account);
        return true;
    }

    /// <summary>The role of the same path and name in another account: what a payer's stack set makes.</summary>
    public RoleArn In(AwsAccountId account) =>
        Parse(Value.Replace($"::{AccountId}:", $"::{account}:", StringComparison.Ordinal));

    public override string ToString() => Value;

    // IAM: path of printable characters between slashes, name of 1 to 64 of [\w+=,.@-].
    [GeneratedRegex(
        @"^arn:(?<partition>[a-z-]+):iam::(?<account>[0-9]{12}):role/([!-~]{1,510}/)?[A-Za-z0-9_+=,.@-]{1,64}\z")]
    private static partial Regex Pattern();
}
