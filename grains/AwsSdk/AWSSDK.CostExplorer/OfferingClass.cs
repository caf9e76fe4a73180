using Amazon.Runtime;

namespace Amazon.CostExplorer;

public class OfferingClass : ConstantClass
{
    public static readonly OfferingClass STANDARD = new("STANDARD");
    public static readonly OfferingClass CONVERTIBLE = new("CONVERTIBLE");

    public OfferingClass(string value)
        : base(value)
    {
    }

    public static OfferingClass FindValue(string value) => FindValue<OfferingClass>(value);

    public static implicit operator OfferingClass(string value) => FindValue(value);
}
