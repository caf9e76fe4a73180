using System.Globalization;
using System.Text.RegularExpressions;
using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Ec2;

/// <summary>The parameters of DescribeInstances, checked.</summary>
/// <param name="Page">Null for a listing that begins.</param>
internal sealed partial record InstanceQuery(
    IReadOnlyList<string> InstanceIds, IReadOnlyList<Ec2Filter> Filters, int MaxResults, InstancePage? Page)
{
    private const int LeastResults = 5;
    private const int MostResults = 1_000;

    internal static (InstanceQuery? Query, AwsError? Error) Read(QueryCall call)
    {
        var ids = call.Form.Numbered("InstanceId");
        var max = call.Form["MaxResults"];
        var token = call.Form["NextToken"];
        var (filters, error) = Ec2Filters.Read(call.Form, InstanceFilters.Known);
        error ??= ids.Find(id => !IdPattern().IsMatch(id)) is { } malformed ? Ec2Errors.Malformed(malformed) : null;
        error ??= ids.Count > 0 && max is not null ? Ec2Errors.IdsAndMaxResults : null;
        var (size, wrongSize) = Size(max);
        error ??= wrongSize;
        var page = token is null
            ? null
            : InstancePage.TryParse(token, call.Caller.AccountId, call.Region);
        if (token is not null && page is null)
            error ??= Ec2Errors.Value(token, "nextToken", "The token is invalid.");
        return error is null ? (new InstanceQuery(ids, filters, size, page), null) : (null, error);
    }

    private static (int Size, AwsError? Error) Size(string? max)
    {
        if (max is null)
            return (MostResults, null);
        if (!int.TryParse(max, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size))
            return (0, Ec2Errors.Value(max, "maxResults", "Expecting an integer."));
        return size < LeastResults
                ? (0, Ec2Errors.Value(max, "maxResults", $"Expecting a value greater than {LeastResults}."))
            : size > MostResults
                ? (0, Ec2Errors.Value(max, "maxResults", $"Expecting a value less than {MostResults}."))
            : (size, null);
    }

    [GeneratedRegex(@"\Ai-([0-9a-f]{8}|[0-9a-f]{17})\z")]
    private static partial Regex IdPattern();
}
