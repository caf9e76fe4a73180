using System.ComponentModel.DataAnnotations;

namespace Archera.Silo.Clustering;

/// <summary>
/// Section <c>UsageQueues</c>: the Azure queues that carry usage aggregates from accounts to reports.
/// </summary>
public sealed record UsageQueueOptions
{
    public const string Section = "UsageQueues";

    /// <summary>Start of the queues' names, <c>&lt;prefix&gt;-0</c> and on. Default <c>archera-usage</c>.</summary>
    [RegularExpression("^[a-z0-9](-?[a-z0-9]){2,50}$")]
    public string Prefix { get; init; } = "archera-usage";

    /// <summary>
    /// Queues, 4 to 8. Default 8. Each is polled ten times a second by one silo. Changing it while messages wait leaves
    /// those in a dropped queue unread; the accounts hand them over directly.
    /// </summary>
    [Range(4, 8)]
    public int Count { get; init; } = 8;

    /// <summary>
    /// Minutes until a message that was read but not finished is delivered again. Default 5. It must exceed the longest
    /// time from reading to storing, or a backlog is delivered twice; after a killed silo its messages wait this long.
    /// </summary>
    [Range(1, 60)]
    public int VisibilityMinutes { get; init; } = 5;

    /// <summary>
    /// Messages that a silo holds per queue. Default 64. A large cache keeps finished messages undeleted for longer.
    /// </summary>
    [Range(32, 256)]
    public int CacheSize { get; init; } = 64;

    public List<string> Names => [.. Enumerable.Range(0, Count).Select(number => $"{Prefix}-{number}")];
}
