using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Listed;

/// <summary>
/// Every operation of the services that a billing vendor is ever granted something of. The lists are AWS's own, read
/// from botocore's models; a test compares them where botocore is at hand.
/// </summary>
internal static class ListedOperations
{
    private static readonly IReadOnlyList<ListedOperation> All = [.. ServiceFile.ReadAll()];

    private static readonly Dictionary<string, ListedOperation> ByTarget = All
        .Where(operation => operation.Service.TargetPrefix is not null)
        .ToDictionary(operation => $"{operation.Service.TargetPrefix}.{operation.Name}", StringComparer.Ordinal);

    private static readonly Dictionary<(string?, string), ListedOperation> ByAction = All
        .Where(operation => operation.Service.IsQuery)
        .ToDictionary(operation => (operation.Service.Version, operation.Name));

    private static readonly IReadOnlyList<ListedOperation> Rest =
        [.. All.Where(operation => operation.Route is not null).OrderByDescending(operation => operation.Route!.Fixed)];

    internal static IReadOnlyList<ServiceProfile> Services { get; } =
        [.. ServiceProfile.Answered.Union(All.Select(operation => operation.Service))];

    internal static ListedOperation? FindTarget(string target) => ByTarget.GetValueOrDefault(target);

    internal static ListedOperation? FindAction(string version, string action) =>
        ByAction.GetValueOrDefault((version, action));

    internal static ListedOperation? FindRoute(string method, string path)
    {
        var segments = path.Split('/');
        return Rest.FirstOrDefault(operation => operation.Route!.Matches(method, segments));
    }

    /// <summary>The service whose targets begin so, or whose actions have the version; for its way to refuse.</summary>
    internal static ServiceProfile? ServiceOf(string? targetPrefix = null, string? version = null) =>
        Services.FirstOrDefault(service => targetPrefix is not null && service.TargetPrefix == targetPrefix)
        ?? Services.FirstOrDefault(service => version is not null && service.Version == version);
}
