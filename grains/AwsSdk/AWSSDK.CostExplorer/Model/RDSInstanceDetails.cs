namespace Amazon.CostExplorer.Model;

public class RDSInstanceDetails
{
    public bool? CurrentGeneration { get; set; }

    public string DatabaseEdition { get; set; }

    public string DatabaseEngine { get; set; }

    public string DeploymentModel { get; set; }

    public string DeploymentOption { get; set; }

    public string Family { get; set; }

    public string InstanceType { get; set; }

    public string LicenseModel { get; set; }

    public string Region { get; set; }

    public bool? SizeFlexEligible { get; set; }
}
