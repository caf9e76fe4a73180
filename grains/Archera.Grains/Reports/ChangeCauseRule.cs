using System.Collections.Frozen;
using Archera.Contracts.Reports;

namespace Archera.Grains.Reports;

/// <summary>What a changed record type says about the cause. AWS adds types: one not known here is other.</summary>
public static class ChangeCauseRule
{
    private static readonly FrozenDictionary<string, ChangeCauses> Known = new Dictionary<string, ChangeCauses>
    {
        ["Usage"] = ChangeCauses.LateUsage,
        ["DiscountedUsage"] = ChangeCauses.LateUsage,
        ["SavingsPlanCoveredUsage"] = ChangeCauses.LateUsage,
        ["SavingsPlanNegation"] = ChangeCauses.LateUsage,
        ["Credit"] = ChangeCauses.Credit,
        ["Refund"] = ChangeCauses.Refund,
        ["Tax"] = ChangeCauses.Tax,
        ["Fee"] = ChangeCauses.Fee,
        ["RIFee"] = ChangeCauses.Fee,
        ["Recurring"] = ChangeCauses.Fee,
        ["Upfront"] = ChangeCauses.Fee,
        ["SavingsPlanRecurringFee"] = ChangeCauses.Fee,
        ["SavingsPlanUpfrontFee"] = ChangeCauses.Fee,
        ["Support"] = ChangeCauses.Fee,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A discount follows what it is given on, so by itself it says nothing.</summary>
    public static ChangeCauses Of(string recordType) =>
        recordType.EndsWith("Discount", StringComparison.Ordinal)
            ? ChangeCauses.None
            : Known.GetValueOrDefault(recordType, ChangeCauses.Other);
}
