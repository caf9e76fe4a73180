using Amazon.Runtime;

namespace Amazon.Organizations;

public class AccountStatus : ConstantClass
{
    public static readonly AccountStatus ACTIVE = new("ACTIVE");
    public static readonly AccountStatus SUSPENDED = new("SUSPENDED");
    public static readonly AccountStatus PENDING_CLOSURE = new("PENDING_CLOSURE");

    public AccountStatus(string value)
        : base(value)
    {
    }

    public static AccountStatus FindValue(string value) => FindValue<AccountStatus>(value);

    public static implicit operator AccountStatus(string value) => FindValue(value);
}
