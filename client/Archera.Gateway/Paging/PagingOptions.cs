using System.ComponentModel.DataAnnotations;

namespace Archera.Gateway.Paging;

/// <summary>How lists are given page by page. The section <c>Paging</c>.</summary>
public sealed record PagingOptions
{
    public const string Section = "Paging";

    /// <summary>
    /// How long a cursor holds at least; at most it holds twice as long. Default 24 hours. A longer time costs nothing:
    /// a cursor is stored nowhere, and holds only while its list is unchanged.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "31.00:00:00")]
    public TimeSpan CursorLifetime { get; init; } = TimeSpan.FromHours(24);
}
