using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;

namespace Archera.Aws.Datasets;

/// <summary>
/// One thing read from AWS, with a freshness and a price of its own. A dataset is one folder: what is due (plan), how
/// it is read (read), and how its rows become bytes (codec).
/// </summary>
public interface IDataset
{
    DatasetName Name { get; }

    /// <summary>
    /// The IAM actions that a read uses, such as <c>ce:GetCostAndUsage</c>. The session policy is made of them.
    /// </summary>
    IReadOnlyList<string> Actions { get; }

    /// <summary>Shows whether the role allows <see cref="Actions"/>, all of them.</summary>
    IDatasetProbe Probe { get; }

    /// <summary>How old a read may become before the dataset is due again.</summary>
    TimeSpan Freshness { get; }

    DatasetKeeping Keeping { get; }

    /// <summary>Whose role it is read through.</summary>
    DatasetPlace Place { get; }

    /// <summary>
    /// Today is read too, as far as it has gone by: a day is read only once it was read after its end.
    /// </summary>
    bool ReadsToday => false;

    /// <summary>For cost datasets, the dimensions of the row keys in order; empty otherwise.</summary>
    IReadOnlyList<CostDimension> Dimensions { get; }

    /// <summary>How days before those that it reads by itself are read; null: they are not.</summary>
    IDatasetHistory? History => null;

    /// <summary>The first day that it is read for, in an account whose first day is the one given.</summary>
    DateOnly FirstDayIn(DateOnly account) => account;

    /// <summary>What to read now, oldest first. Pure: the same request gives the same reads.</summary>
    IReadOnlyList<PlannedRead> Plan(DatasetPlanRequest request);

    /// <summary>
    /// Reads all of it or says why not: every page of every day that it gives, or a failure and nothing. An error is
    /// never an empty result.
    /// </summary>
    Task<AwsAnswer<DatasetReading>> ReadAsync(
        PlannedRead read, IAccountConnection connection, CancellationToken cancellationToken);
}
