namespace Archera.Sandbox.Aws.Worlds;

/// <summary>The values of RECORD_TYPE that the simulated bills use.</summary>
public static class RecordTypes
{
    public const string Usage = "Usage";
    public const string DiscountedUsage = "DiscountedUsage";
    public const string SavingsPlanCoveredUsage = "SavingsPlanCoveredUsage";
    public const string SavingsPlanNegation = "SavingsPlanNegation";
    public const string SavingsPlanRecurringFee = "SavingsPlanRecurringFee";
    public const string SavingsPlanUpfrontFee = "SavingsPlanUpfrontFee";
    public const string RIFee = "RIFee";
    public const string Fee = "Fee";
    public const string Tax = "Tax";
    public const string Credit = "Credit";
    public const string Refund = "Refund";
    public const string Support = "Support";
    public const string EnterpriseDiscount = "Enterprise Discount Program Discount";
}
