namespace Archera.Gateway.Paging;

/// <summary>One page of a list.</summary>
/// <param name="NextCursor">Null after the last page.</param>
/// <param name="NextAddress">The next page's address, for the header Link.</param>
internal sealed record Page<TRow>(IReadOnlyList<TRow> Rows, string? NextCursor, string? NextAddress);
