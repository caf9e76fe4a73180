namespace Archera.Sandbox.Aws.Iam;

/// <summary>AWS account ids: 12 ASCII digits, always text.</summary>
public static class AccountId
{
    public static bool IsOne(string? text) => text is { Length: 12 } && text.All(char.IsAsciiDigit);
}
