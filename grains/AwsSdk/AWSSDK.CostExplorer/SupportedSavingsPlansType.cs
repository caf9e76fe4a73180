using Amazon.Runtime;

namespace Amazon.CostExplorer;

public class SupportedSavingsPlansType : ConstantClass
{
    public static readonly SupportedSavingsPlansType COMPUTE_SP = new("COMPUTE_SP");
    public static readonly SupportedSavingsPlansType EC2_INSTANCE_SP = new("EC2_INSTANCE_SP");
    public static readonly SupportedSavingsPlansType SAGEMAKER_SP = new("SAGEMAKER_SP");
    public static readonly SupportedSavingsPlansType DATABASE_SP = new("DATABASE_SP");

    public SupportedSavingsPlansType(string value)
        : base(value)
    {
    }

    public static SupportedSavingsPlansType FindValue(string value) => FindValue<SupportedSavingsPlansType>(value);

    public static implicit operator SupportedSavingsPlansType(string value) => FindValue(value);
}
