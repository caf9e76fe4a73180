using Amazon.Runtime;

namespace Amazon.Organizations;

public class OrganizationFeatureSet : ConstantClass
{
    public static readonly OrganizationFeatureSet ALL = new("ALL");
    public static readonly OrganizationFeatureSet CONSOLIDATED_BILLING = new("CONSOLIDATED_BILLING");

    public OrganizationFeatureSet(string value)
        : base(value)
    {
    }

    public static OrganizationFeatureSet FindValue(string value) => FindValue<OrganizationFeatureSet>(value);

    public static implicit operator OrganizationFeatureSet(string value) => FindValue(value);
}
