using System.Globalization;
using System.Text.Json;
using Archera.Contracts.Commitments;
using Archera.Contracts.Identity;

namespace Archera.Aws.Datasets.Commitments;

/// <summary>Recommendations as JSON in a fixed order.</summary>
public static class RecommendationCodec
{
    public const int SchemaVersion = 1;

    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static byte[] Encode(IEnumerable<CommitmentRecommendation> recommendations) =>
        JsonSerializer.SerializeToUtf8Bytes(recommendations
            .OrderBy(each => each.Kind)
            .ThenBy(each => each.Service, StringComparer.Ordinal)
            .ThenBy(each => each.Type, StringComparer.Ordinal)
            .ThenBy(each => each.Account.Value, StringComparer.Ordinal)
            .ThenBy(each => each.Region, StringComparer.Ordinal)
            .Select(Store));

    /// <exception cref="InvalidDataException">The content is damaged or of an unknown schema version.</exception>
    public static IReadOnlyList<CommitmentRecommendation> Decode(int schemaVersion, ReadOnlySpan<byte> content)
    {
        if (schemaVersion != SchemaVersion)
        {
            throw new InvalidDataException(
                $"Recommendations of schema version {schemaVersion} can't be read; this version knows {SchemaVersion}");
        }

        try
        {
            var stored = JsonSerializer.Deserialize<Stored[]>(content) ?? throw new FormatException("It is null.");
            return [.. stored.Select(Read)];
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("The stored recommendations are damaged. They are read again.", exception);
        }
    }

    private static Stored Store(CommitmentRecommendation each) => new(
        each.Kind.ToString(), each.Service, each.Type, each.Account.Value, each.Region, Text(each.HourlyCommitment),
        Text(each.Count), each.Term, each.PaymentOption, each.Lookback, Text(each.UpfrontCost),
        Text(each.EstimatedMonthlySavings), Text(each.EstimatedSavingsPercent), Text(each.EstimatedUtilization),
        each.Currency, each.GeneratedAt);

    private static CommitmentRecommendation Read(Stored each) => new(
        Enum.Parse<CommitmentKind>(each.Kind), each.Service, each.Type, AwsAccountId.Parse(each.Account), each.Region,
        Number(each.HourlyCommitment), Number(each.Count), each.Term, each.PaymentOption, each.Lookback,
        Number(each.UpfrontCost), Number(each.MonthlySavings), Number(each.SavingsPercent), Number(each.Utilization),
        each.Currency, each.GeneratedAt);

    private static string? Text(decimal? figure) => figure?.ToString(CultureInfo.InvariantCulture);

    private static decimal? Number(string? text) =>
        text is null ? null : decimal.Parse(text, Plain, CultureInfo.InvariantCulture);

    private sealed record Stored(
        string Kind,
        string Service,
        string Type,
        string Account,
        string Region,
        string? HourlyCommitment,
        string? Count,
        string Term,
        string PaymentOption,
        string Lookback,
        string? UpfrontCost,
        string? MonthlySavings,
        string? SavingsPercent,
        string? Utilization,
        string Currency,
        string GeneratedAt);
}
