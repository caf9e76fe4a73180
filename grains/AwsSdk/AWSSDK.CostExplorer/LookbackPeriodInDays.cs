using Amazon.Runtime;

namespace Amazon.CostExplorer;

public class LookbackPeriodInDays : ConstantClass
{
    public static readonly LookbackPeriodInDays SEVEN_DAYS = new("SEVEN_DAYS");
    public static readonly LookbackPeriodInDays THIRTY_DAYS = new("THIRTY_DAYS");
    public static readonly LookbackPeriodInDays SIXTY_DAYS = new("SIXTY_DAYS");

    public LookbackPeriodInDays(string value)
        : base(value)
    {
    }

    public static LookbackPeriodInDays FindValue(string value) => FindValue<LookbackPeriodInDays>(value);

    public static implicit operator LookbackPeriodInDays(string value) => FindValue(value);
}
