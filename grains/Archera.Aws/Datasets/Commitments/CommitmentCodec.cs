using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Archera.Contracts.Commitments;
using Archera.Contracts.Identity;

namespace Archera.Aws.Datasets.Commitments;

/// <summary>A day as JSON in a fixed order, so that the same figures always give the same bytes.</summary>
public static class CommitmentCodec
{
    public const int SchemaVersion = 1;

    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static byte[] Encode(CommitmentDay day) => JsonSerializer.SerializeToUtf8Bytes(new StoredDay(
        [
            .. day.Lines.OrderBy(line => line.Kind).ThenBy(line => line.Service, StringComparer.Ordinal)
                .Select(line => new StoredLine(
                    line.Kind.ToString(), line.Service, line.Currency, Figures(line.Figures))),
        ],
        [
            .. day.Items.OrderBy(item => item.Kind).ThenBy(item => item.Id, StringComparer.Ordinal)
                .Select(Store),
        ]));

    /// <exception cref="InvalidDataException">The content is damaged or of an unknown schema version.</exception>
    public static CommitmentDay Decode(DateOnly day, int schemaVersion, ReadOnlySpan<byte> content)
    {
        if (schemaVersion != SchemaVersion)
        {
            throw new InvalidDataException(
                $"Commitments of schema version {schemaVersion} can't be read; this version knows {SchemaVersion}");
        }

        try
        {
            var stored = JsonSerializer.Deserialize<StoredDay>(content) ?? throw new FormatException("It is null.");
            return new CommitmentDay(
                [.. stored.Lines.Select(line => Line(day, line))], [.. stored.Items.Select(Item)]);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("The stored commitments are damaged. Read them again.", exception);
        }
    }

    private static CommitmentLine Line(DateOnly day, StoredLine line) => new(
        day, Enum.Parse<CommitmentKind>(line.Kind), line.Service, line.Currency, Figures(line.Figures));

    private static string?[] Figures(CommitmentFigures figures) =>
    [
        Text(figures.Commitment), Text(figures.UsedCommitment), Text(figures.UnusedCommitment),
        Text(figures.OnDemandEquivalent), Text(figures.PurchasedHours), Text(figures.UsedHours),
        Text(figures.UnusedHours), Text(figures.CoveredCost), Text(figures.OnDemandCost), Text(figures.CoveredHours),
        Text(figures.OnDemandHours),
    ];

    private static CommitmentFigures Figures(string?[] stored) => stored is
        [var commitment, var used, var unused, var onDemand, var purchased, var hours, var unusedHours, var covered,
            var cost, var coveredHours, var onDemandHours]
        ? new CommitmentFigures(
            Number(commitment), Number(used), Number(unused), Number(onDemand), Number(purchased), Number(hours),
            Number(unusedHours), Number(covered), Number(cost), Number(coveredHours), Number(onDemandHours))
        : throw new FormatException($"A line has {stored.Length} figures.");

    private static StoredItem Store(CommitmentItem item) => new(
        item.Kind.ToString(),
        item.Id,
        item.Owner.Value,
        item.Service,
        item.Type,
        item.Region,
        item.State,
        item.PaymentOption,
        item.Start.UtcDateTime,
        item.End.UtcDateTime,
        Text(item.HourlyCommitment),
        item.Count,
        Text(item.UpfrontFee),
        Text(item.RecurringHourlyFee),
        item.Currency);

    private static CommitmentItem Item(StoredItem item) => new(
        Enum.Parse<CommitmentKind>(item.Kind),
        item.Id,
        AwsAccountId.Parse(item.Owner),
        item.Service,
        item.Type,
        item.Region,
        item.State,
        item.PaymentOption,
        item.Start,
        item.End,
        Number(item.HourlyCommitment),
        item.Count,
        Number(item.UpfrontFee),
        Number(item.RecurringHourlyFee),
        item.Currency);

    private static string? Text(decimal? figure) => figure?.ToString(CultureInfo.InvariantCulture);

    private static decimal? Number(string? text) => text is null
        ? null
        : decimal.Parse(text, Plain, CultureInfo.InvariantCulture);

    private sealed record StoredDay(ImmutableArray<StoredLine> Lines, ImmutableArray<StoredItem> Items);

    private sealed record StoredLine(string Kind, string Service, string Currency, string?[] Figures);

    private sealed record StoredItem(
        string Kind,
        string Id,
        string Owner,
        string Service,
        string Type,
        string Region,
        string State,
        string PaymentOption,
        DateTime Start,
        DateTime End,
        string? HourlyCommitment,
        int? Count,
        string? UpfrontFee,
        string? RecurringHourlyFee,
        string Currency);
}
