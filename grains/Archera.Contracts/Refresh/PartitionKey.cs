using System.Globalization;
using Archera.Contracts.Identity;

namespace Archera.Contracts.Refresh;

/// <summary>A dataset's unit of replacement: one payer account's day.</summary>
[GenerateSerializer, Immutable, Alias("archera.PartitionKey")]
public readonly record struct PartitionKey(
    [property: Id(0)] PayerAccountKey PayerAccount,
    [property: Id(1)] DatasetName Dataset,
    [property: Id(2)] DateOnly Day)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{PayerAccount} {Dataset} {Day:yyyy-MM-dd}");
}
