using Archera.Aws.Datasets.Commitments;
using Archera.Contracts.Accounts;
using Archera.Contracts.Commitments;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using Archera.Grains.Refresh;

namespace Archera.Grains.Commitments;

/// <summary>What a payer account tells of its recommendations.</summary>
public static class RecommendationsViews
{
    public static RecommendationsView Of(ConnectionMode mode, DatasetProgress progress)
    {
        if (mode != ConnectionMode.Payer)
            return new RecommendationsView(ReadStanding.Owned, mode, null, [], null, []);
        if (progress.Book.Kept.GetValueOrDefault(progress.Dataset.Name) is not { } kept)
            return new RecommendationsView(ReadStanding.Owned, mode, null, [], null, progress.ReadKept());
        try
        {
            var items = RecommendationCodec.Decode(kept.SchemaVersion, kept.Content);
            return new RecommendationsView(
                ReadStanding.Owned, mode, null, [.. items], kept.ReadAt, progress.ReadKept());
        }
        catch (InvalidDataException damaged)
        {
            var day = DatePeriod.OfDay(DateOnly.FromDateTime(kept.ReadAt.UtcDateTime));
            var late = new LateRead(day, kept.ReadAt, LateReason.Damaged, damaged.Message, null);
            return new RecommendationsView(ReadStanding.Owned, mode, null, [], null, [late]);
        }
    }
}
