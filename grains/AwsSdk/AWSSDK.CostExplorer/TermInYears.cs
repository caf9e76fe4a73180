using Amazon.Runtime;

namespace Amazon.CostExplorer;

public class TermInYears : ConstantClass
{
    public static readonly TermInYears ONE_YEAR = new("ONE_YEAR");
    public static readonly TermInYears THREE_YEARS = new("THREE_YEARS");

    public TermInYears(string value)
        : base(value)
    {
    }

    public static TermInYears FindValue(string value) => FindValue<TermInYears>(value);

    public static implicit operator TermInYears(string value) => FindValue(value);
}
