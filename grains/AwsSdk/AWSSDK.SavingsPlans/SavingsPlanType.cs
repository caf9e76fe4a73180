using Amazon.Runtime;

namespace Amazon.SavingsPlans;

public class SavingsPlanType : ConstantClass
{
    public static readonly SavingsPlanType Compute = new("Compute");
    public static readonly SavingsPlanType EC2Instance = new("EC2Instance");
    public static readonly SavingsPlanType SageMaker = new("SageMaker");
    public static readonly SavingsPlanType Database = new("Database");

    public SavingsPlanType(string value)
        : base(value)
    {
    }

    public static SavingsPlanType FindValue(string value) => FindValue<SavingsPlanType>(value);

    public static implicit operator SavingsPlanType(string value) => FindValue(value);
}
