using System.Diagnostics.CodeAnalysis;
using Archera.Contracts.Quarantine;

namespace Archera.Gateway.Quarantine;

/// <summary>An operator's reason for a decision.</summary>
internal static class DecisionReason
{
    public const string Expected = "1 to 500 characters, not only white space, without control characters";

    public static bool TryParse(string? text, [NotNullWhen(true)] out string reason)
    {
        reason = text ?? string.Empty;
        return reason.Length <= QuarantineLimits.MaxReason
            && !string.IsNullOrWhiteSpace(reason)
            && !reason.Any(char.IsControl);
    }
}
