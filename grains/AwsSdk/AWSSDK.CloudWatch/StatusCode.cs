using Amazon.Runtime;

namespace Amazon.CloudWatch;

public class StatusCode : ConstantClass
{
    public static readonly StatusCode Complete = new("Complete");
    public static readonly StatusCode Forbidden = new("Forbidden");
    public static readonly StatusCode InternalError = new("InternalError");
    public static readonly StatusCode PartialData = new("PartialData");

    public StatusCode(string value)
        : base(value)
    {
    }

    public static StatusCode FindValue(string value) => FindValue<StatusCode>(value);

    public static implicit operator StatusCode(string value) => FindValue(value);
}
