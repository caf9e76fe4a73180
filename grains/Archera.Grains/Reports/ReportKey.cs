using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;

namespace Archera.Grains.Reports;

/// <summary>Whose month a report grain holds, by its own key: an account's, and the month as <c>yyyy-MM</c>.</summary>
public sealed record ReportKey(AccountKey Account, YearMonth Month)
{
    /// <exception cref="FormatException">It is no report's key.</exception>
    public static ReportKey Parse(string key)
    {
        var slash = key.LastIndexOf('/');
        return slash >= 0 && YearMonth.TryParse(key[(slash + 1)..], out var month)
            ? new ReportKey(AccountKey.Parse(key[..slash]), month)
            : throw new FormatException($"{key} is no report's key.");
    }

    public bool Holds(DateOnly day) => YearMonth.Of(day) == Month;

    public PartitionKey PartitionOf(DatasetName dataset, DateOnly day) =>
        new(Account.Payer, dataset, day, Account.Linked);
}
