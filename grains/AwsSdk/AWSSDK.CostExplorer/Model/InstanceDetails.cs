namespace Amazon.CostExplorer.Model;

public class InstanceDetails
{
    public EC2InstanceDetails EC2InstanceDetails { get; set; }

    public ElastiCacheInstanceDetails ElastiCacheInstanceDetails { get; set; }

    public ESInstanceDetails ESInstanceDetails { get; set; }

    public MemoryDBInstanceDetails MemoryDBInstanceDetails { get; set; }

    public RDSInstanceDetails RDSInstanceDetails { get; set; }

    public RedshiftInstanceDetails RedshiftInstanceDetails { get; set; }
}
