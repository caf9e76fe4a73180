namespace Archera.Aws.Datasets;

/// <summary>Where a reading goes.</summary>
public enum DatasetKeeping
{
    /// <summary>One partition a day, published to the month's report grain.</summary>
    DailyReport,

    /// <summary>One current content, kept by the account itself; its partition is the day it was read on.</summary>
    WithAccount,

    /// <summary>
    /// The newest look, kept by the account itself, and what it tells of each day since the look before, published to
    /// the month's report grain.
    /// </summary>
    Observed,
}
