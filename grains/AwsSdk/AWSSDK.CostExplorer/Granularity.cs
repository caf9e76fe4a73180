using Amazon.Runtime;

namespace Amazon.CostExplorer;

public class Granularity : ConstantClass
{
    public static readonly Granularity DAILY = new("DAILY");
    public static readonly Granularity MONTHLY = new("MONTHLY");
    public static readonly Granularity HOURLY = new("HOURLY");

    public Granularity(string value)
        : base(value)
    {
    }

    public static Granularity FindValue(string value) => FindValue<Granularity>(value);

    public static implicit operator Granularity(string value) => FindValue(value);
}
