using Amazon.Runtime;

namespace Amazon.SavingsPlans;

public class SavingsPlanPaymentOption : ConstantClass
{
    public static readonly SavingsPlanPaymentOption AllUpfront = new("All Upfront");
    public static readonly SavingsPlanPaymentOption PartialUpfront = new("Partial Upfront");
    public static readonly SavingsPlanPaymentOption NoUpfront = new("No Upfront");

    public SavingsPlanPaymentOption(string value)
        : base(value)
    {
    }

    public static SavingsPlanPaymentOption FindValue(string value) => FindValue<SavingsPlanPaymentOption>(value);

    public static implicit operator SavingsPlanPaymentOption(string value) => FindValue(value);
}
