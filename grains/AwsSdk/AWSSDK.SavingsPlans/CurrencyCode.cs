using Amazon.Runtime;

namespace Amazon.SavingsPlans;

public class CurrencyCode : ConstantClass
{
    public static readonly CurrencyCode CNY = new("CNY");
    public static readonly CurrencyCode USD = new("USD");
    public static readonly CurrencyCode EUR = new("EUR");

    public CurrencyCode(string value)
        : base(value)
    {
    }

    public static CurrencyCode FindValue(string value) => FindValue<CurrencyCode>(value);

    public static implicit operator CurrencyCode(string value) => FindValue(value);
}
