using System.Text.Json.Serialization;

namespace Archera.Gateway.Onboarding;

/// <summary>An IAM policy, ready to paste.</summary>
/// <param name="Version">The policy language's version.</param>
/// <param name="Statement">Its statements.</param>
public sealed record PolicyDocument(
    [property: JsonPropertyName("Version")] string Version,
    [property: JsonPropertyName("Statement")] IReadOnlyList<PolicyStatement> Statement)
{
    internal const string CurrentVersion = "2012-10-17";

    internal static PolicyDocument Of(params IReadOnlyList<PolicyStatement> statements) =>
        new(CurrentVersion, statements);
}
