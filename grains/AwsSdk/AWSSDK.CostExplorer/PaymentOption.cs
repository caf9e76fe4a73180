using Amazon.Runtime;

namespace Amazon.CostExplorer;

public class PaymentOption : ConstantClass
{
    public static readonly PaymentOption NO_UPFRONT = new("NO_UPFRONT");
    public static readonly PaymentOption PARTIAL_UPFRONT = new("PARTIAL_UPFRONT");
    public static readonly PaymentOption ALL_UPFRONT = new("ALL_UPFRONT");
    public static readonly PaymentOption LIGHT_UTILIZATION = new("LIGHT_UTILIZATION");
    public static readonly PaymentOption MEDIUM_UTILIZATION = new("MEDIUM_UTILIZATION");
    public static readonly PaymentOption HEAVY_UTILIZATION = new("HEAVY_UTILIZATION");

    public PaymentOption(string value)
        : base(value)
    {
    }

    public static PaymentOption FindValue(string value) => FindValue<PaymentOption>(value);

    public static implicit operator PaymentOption(string value) => FindValue(value);
}
