using Amazon.Runtime;

namespace Amazon.CostExplorer;

public class Context : ConstantClass
{
    public static readonly Context COST_AND_USAGE = new("COST_AND_USAGE");
    public static readonly Context RESERVATIONS = new("RESERVATIONS");
    public static readonly Context SAVINGS_PLANS = new("SAVINGS_PLANS");

    public Context(string value)
        : base(value)
    {
    }

    public static Context FindValue(string value) => FindValue<Context>(value);

    public static implicit operator Context(string value) => FindValue(value);
}
