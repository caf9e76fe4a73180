using System.Text.RegularExpressions;

namespace Archera.Sandbox.Aws.Iam;

/// <summary>A role's ARN and its parts. Sessions carry the name alone: AWS drops the path.</summary>
/// <param name="Path">Begins and ends with a slash.</param>
public sealed partial record RoleArn(string Value, string Partition, string AccountId, string Path, string Name)
{
    public static RoleArn? TryParse(string text)
    {
        var match = text.Length <= 2048 ? Shape().Match(text) : Match.Empty;
        return match.Success
            ? new RoleArn(
                text, match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, match.Groups[4].Value)
            : null;
    }

    [GeneratedRegex(
        @"\Aarn:(aws|aws-cn|aws-us-gov|aws-eusc):iam::([0-9]{12}):role(/(?:[!-.0-~]+/)*)([A-Za-z0-9_+=,.@-]{1,64})\z",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Shape();
}
