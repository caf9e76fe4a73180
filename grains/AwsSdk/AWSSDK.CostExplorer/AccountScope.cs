using Amazon.Runtime;

namespace Amazon.CostExplorer;

public class AccountScope : ConstantClass
{
    public static readonly AccountScope PAYER = new("PAYER");
    public static readonly AccountScope LINKED = new("LINKED");

    public AccountScope(string value)
        : base(value)
    {
    }

    public static AccountScope FindValue(string value) => FindValue<AccountScope>(value);

    public static implicit operator AccountScope(string value) => FindValue(value);
}
