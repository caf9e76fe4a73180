namespace Amazon.CostExplorer.Model;

public class GetReservationPurchaseRecommendationRequest : AmazonCostExplorerRequest
{
    public string AccountId { get; set; }

    public AccountScope AccountScope { get; set; }

    public Expression Filter { get; set; }

    public LookbackPeriodInDays LookbackPeriodInDays { get; set; }

    public string NextPageToken { get; set; }

    public int? PageSize { get; set; }

    public PaymentOption PaymentOption { get; set; }

    public string Service { get; set; }

    public ServiceSpecification ServiceSpecification { get; set; }

    public TermInYears TermInYears { get; set; }
}
