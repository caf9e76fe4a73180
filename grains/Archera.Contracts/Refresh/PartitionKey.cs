using System.Globalization;
using Archera.Contracts.Identity;

namespace Archera.Contracts.Refresh;

/// <summary>A dataset's unit of replacement: one account's day.</summary>
/// <param name="PayerAccount">The payer account.</param>
/// <param name="Dataset">What was read.</param>
/// <param name="Day">The day, UTC.</param>
/// <param name="LinkedAccount">The linked account that was read through its own role; null: the payer was.</param>
[GenerateSerializer, Immutable, Alias("archera.PartitionKey")]
public readonly record struct PartitionKey(
    [property: Id(0)] PayerAccountKey PayerAccount,
    [property: Id(1)] DatasetName Dataset,
    [property: Id(2)] DateOnly Day,
    [property: Id(3)] AwsAccountId? LinkedAccount = null)
{
    public AccountKey Account => new(PayerAccount, LinkedAccount);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Account} {Dataset} {Day:yyyy-MM-dd}");
}
