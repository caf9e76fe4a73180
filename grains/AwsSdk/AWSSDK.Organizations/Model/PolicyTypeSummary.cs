namespace Amazon.Organizations.Model;

public class PolicyTypeSummary
{
    public PolicyTypeStatus Status { get; set; }

    public PolicyType Type { get; set; }
}
