using System.Globalization;
using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Ec2;

/// <summary>Reads <c>Filter.N.Name</c> and <c>Filter.N.Value.M</c>.</summary>
internal static class Ec2Filters
{
    private const int MaxValues = 200;

    /// <summary>A filter that is not known is refused: one that is passed over would answer too much.</summary>
    internal static (IReadOnlyList<Ec2Filter> Filters, AwsError? Error) Read(
        QueryForm form, IReadOnlySet<string> known)
    {
        var filters = Named(form).ToList();
        var error = filters.Sum(filter => filter.Values.Count) > MaxValues ? Ec2Errors.TooManyFilterValues
            : filters.Find(filter => !known.Contains(filter.Kind)) is { } unknown
                ? Ec2Errors.InvalidParameter($"The filter '{unknown.Name}' is invalid")
            : filters.Exists(filter => filter.Values.Count == 0)
                ? new AwsError(400, "MissingParameter", "The request must contain the parameter filter value")
            : null;
        return (filters, error);
    }

    internal static IEnumerable<Ec2Filter> Named(QueryForm form) => form.Numbered("Filter", ".Name")
        .Select((name, index) => new Ec2Filter(
            name, form.Numbered(string.Create(CultureInfo.InvariantCulture, $"Filter.{index + 1}.Value"))));
}
