namespace Amazon.CostExplorer.Model;

public class GetSavingsPlansPurchaseRecommendationRequest : AmazonCostExplorerRequest
{
    public AccountScope AccountScope { get; set; }

    public Expression Filter { get; set; }

    public LookbackPeriodInDays LookbackPeriodInDays { get; set; }

    public string NextPageToken { get; set; }

    public int? PageSize { get; set; }

    public PaymentOption PaymentOption { get; set; }

    public SupportedSavingsPlansType SavingsPlansType { get; set; }

    public TermInYears TermInYears { get; set; }
}
