using Amazon.Runtime;

namespace Amazon.Organizations;

public class AccountJoinedMethod : ConstantClass
{
    public static readonly AccountJoinedMethod INVITED = new("INVITED");
    public static readonly AccountJoinedMethod CREATED = new("CREATED");

    public AccountJoinedMethod(string value)
        : base(value)
    {
    }

    public static AccountJoinedMethod FindValue(string value) => FindValue<AccountJoinedMethod>(value);

    public static implicit operator AccountJoinedMethod(string value) => FindValue(value);
}
