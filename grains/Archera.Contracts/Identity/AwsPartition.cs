using System.Diagnostics.CodeAnalysis;

namespace Archera.Contracts.Identity;

/// <summary>
/// An AWS partition: <c>aws</c>, <c>aws-us-gov</c> or <c>aws-cn</c>. Credentials, roles and trust never cross it.
/// </summary>
[GenerateSerializer, Immutable, Alias("archera.AwsPartition")]
public readonly record struct AwsPartition
{
    public static readonly AwsPartition Aws = new("aws");
    public static readonly AwsPartition AwsUsGov = new("aws-us-gov");
    public static readonly AwsPartition AwsCn = new("aws-cn");

    private AwsPartition(string name) => Name = name;

    public static IReadOnlyList<AwsPartition> All { get; } = [Aws, AwsUsGov, AwsCn];

    [Id(0)]
    public string Name { get; }

    public static bool TryParse([NotNullWhen(true)] string? text, out AwsPartition partition)
    {
        foreach (var known in All)
        {
            if (string.Equals(known.Name, text, StringComparison.Ordinal))
            {
                partition = known;
                return true;
            }
        }

        partition = default;
        return false;
    }

    public override string ToString() => Name;
}
