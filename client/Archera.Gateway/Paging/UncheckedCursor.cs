using System.Collections.Immutable;

namespace Archera.Gateway.Paging;

/// <summary>A cursor as a caller sent it.</summary>
internal sealed record UncheckedCursor(
    PageCursor Says, ImmutableArray<byte> Content, ImmutableArray<byte> Signature);
