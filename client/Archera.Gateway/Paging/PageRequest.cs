using Archera.Contracts.Identity;

namespace Archera.Gateway.Paging;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="Limit">Null: all rows.</param>
/// <param name="Cursor">Checked; null: the first page.</param>
internal sealed record PageRequest(HttpRequest Request, TenantId Tenant, int? Limit, PageCursor? Cursor);
