using Archera.Contracts.Identity;
using Archera.Contracts.Time;

namespace Archera.Aws.Datasets;

/// <summary>One series of paged requests for consecutive days of one dataset.</summary>
public sealed record PlannedRead(DatasetName Dataset, DatePeriod Days);
