using System.Collections.Immutable;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Grains.Refresh;

namespace Archera.Grains.Tenants;

/// <summary>What one payer account's grains said to a question.</summary>
/// <param name="Expected">The days that should be there, but for those <see cref="Elsewhere"/>.</param>
/// <param name="Late">What the account itself knows of the days.</param>
/// <param name="Silence">What did not answer, in words; null when all did.</param>
public sealed record AccountAnswer(
    PayerAccountKey Account,
    DatePeriod Expected,
    ImmutableArray<ReceivedDay> Days,
    ImmutableArray<UnreadableDay> Unreadable,
    ImmutableArray<LateRead> Late,
    string? Silence)
{
    /// <summary>The linked account that was asked; null: the payer's own report was.</summary>
    public AwsAccountId? Linked { get; init; }

    public ImmutableArray<CostRow> Rows { get; init; } = [];

    /// <summary>Sums at two moments, where the question is about both.</summary>
    public ImmutableArray<CostChange> Changes { get; init; } = [];

    /// <summary>The same account at the earlier moment, where the question is about two.</summary>
    public AccountAnswer? Before { get; init; }

    /// <summary>There are sums that can't be given exactly: there is no answer.</summary>
    public bool IsInexact { get; init; }

    /// <summary>The reason that <see cref="Silence"/> goes by.</summary>
    public string SilenceReason { get; init; } = CompletenessMerge.Unknown;

    /// <summary>It counts among the accounts that should be there.</summary>
    public bool IsExpected { get; init; } = true;

    public ConnectionMode Mode { get; init; }

    /// <summary>The tenant's other accounts that this account's bill holds, whatever the question's filters.</summary>
    public ImmutableArray<BilledDays> Billed { get; init; } = [];

    /// <summary>Days that a payer's bill holds: nothing is asked for them, nor expected.</summary>
    public ImmutableHashSet<DateOnly> Elsewhere { get; init; } = [];

    /// <summary>Why figures that are there are not what they would be if all other accounts were whole.</summary>
    public ImmutableArray<LateRead> Doubts { get; init; } = [];

    public IEnumerable<DateOnly> ExpectedDays() => Expected.Days().Where(day => !Elsewhere.Contains(day));

    /// <summary>
    /// Days that the account takes for stored and its reports can't show: nobody else reads them again.
    /// </summary>
    public ImmutableArray<DateOnly> Lost()
    {
        if (Silence is not null || IsInexact || Rows.Length > CostQuery.MaxRows || Changes.Length > CostQuery.MaxRows)
            return [];
        var shown = Days.Select(day => day.Day)
            .Concat(Unreadable.Where(day => day.Reason != LateReason.Damaged).Select(day => day.Day))
            .ToHashSet();
        return [.. ExpectedDays().Where(day => !shown.Contains(day) && !Late.Any(late => late.Days.Contains(day)))];
    }
}
