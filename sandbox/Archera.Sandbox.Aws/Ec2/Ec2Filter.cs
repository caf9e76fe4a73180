using Archera.Sandbox.Aws.Iam;

namespace Archera.Sandbox.Aws.Ec2;

/// <summary>One filter: a thing passes when one of its values matches one of these, wildcards included.</summary>
internal sealed record Ec2Filter(string Name, IReadOnlyList<string> Values)
{
    private const string TagPrefix = "tag:";

    internal string Kind => Name.StartsWith(TagPrefix, StringComparison.Ordinal) ? "tag" : Name;

    /// <summary>Of a tag filter.</summary>
    internal string TagKey => Name[TagPrefix.Length..];

    internal bool Matches(IEnumerable<string> values) =>
        values.Any(value => Values.Any(pattern => Wildcard.Matches(pattern, value)));
}
