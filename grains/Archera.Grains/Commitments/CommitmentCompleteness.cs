using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Grains.Tenants;

namespace Archera.Grains.Commitments;

/// <summary>Of one account over several datasets: a day is received once each of them has it.</summary>
public static class CommitmentCompleteness
{
    /// <param name="answers">Of one account; at least one.</param>
    public static Completeness Of(IEnumerable<(DatasetName Dataset, AccountAnswer Answer)> answers, bool isAsOf)
    {
        var each = answers.ToArray();
        var parts = each.Select(one => CompletenessMerge.Of(one.Answer, one.Dataset, isAsOf)).ToArray();
        var expected = each.SelectMany(one => one.Answer.ExpectedDays()).ToHashSet();
        var missing = each.SelectMany(one =>
            one.Answer.ExpectedDays().Except(one.Answer.Days.Select(day => day.Day))).ToHashSet();
        return new Completeness(
            parts.Min(part => part.AsOf),
            parts.Max(part => part.AccountsExpected),
            parts.Min(part => part.AccountsReceived),
            expected.Count,
            expected.Count - missing.Count,
            [.. parts.SelectMany(part => part.Late)]);
    }
}
