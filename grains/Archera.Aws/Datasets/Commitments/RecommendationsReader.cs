using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Commitments;

namespace Archera.Aws.Datasets.Commitments;

/// <summary>
/// Asks AWS what to buy, for the payer on behalf of all: for one year, nothing upfront, looking back 30 days.
/// </summary>
internal sealed class RecommendationsReader(int maxPages, IAccountConnection connection)
{
    private static readonly SupportedSavingsPlansType[] Plans =
    [
        SupportedSavingsPlansType.COMPUTE_SP, SupportedSavingsPlansType.EC2_INSTANCE_SP,
        SupportedSavingsPlansType.SAGEMAKER_SP,
    ];

    private readonly CostExplorerList _list = new(connection, maxPages);

    public List<CommitmentRecommendation> All { get; } = [];

    /// <returns>Why not all could be read; null when it was.</returns>
    public async Task<AwsFailure?> ReadAsync(IEnumerable<string> services, CancellationToken cancellationToken)
    {
        foreach (var type in Plans)
        {
            if (await ReadPlansAsync(type, cancellationToken) is { } failure)
                return failure;
        }

        foreach (var service in services)
        {
            if (await ReadReservationsAsync(service, cancellationToken) is { } failure)
                return failure;
        }

        return null;
    }

    public async Task<AwsFailure?> ReadPlansAsync(
        SupportedSavingsPlansType type, CancellationToken cancellationToken) => (await _list.ReadAsync(
        "GetSavingsPlansPurchaseRecommendation",
        (client, token, cancelled) => client.GetSavingsPlansPurchaseRecommendationAsync(
            new GetSavingsPlansPurchaseRecommendationRequest
            {
                SavingsPlansType = type,
                AccountScope = AccountScope.PAYER,
                TermInYears = TermInYears.ONE_YEAR,
                PaymentOption = PaymentOption.NO_UPFRONT,
                LookbackPeriodInDays = LookbackPeriodInDays.THIRTY_DAYS,
                NextPageToken = token,
            },
            cancelled),
        page => page.NextPageToken,
        Add,
        cancellationToken)).Failure;

    public async Task<AwsFailure?> ReadReservationsAsync(string service, CancellationToken cancellationToken) =>
        (await _list.ReadAsync(
            "GetReservationPurchaseRecommendation",
            (client, token, cancelled) => client.GetReservationPurchaseRecommendationAsync(
                new GetReservationPurchaseRecommendationRequest
                {
                    Service = service,
                    AccountScope = AccountScope.PAYER,
                    TermInYears = TermInYears.ONE_YEAR,
                    PaymentOption = PaymentOption.NO_UPFRONT,
                    LookbackPeriodInDays = LookbackPeriodInDays.THIRTY_DAYS,
                    NextPageToken = token,
                },
                cancelled),
            page => page.NextPageToken,
            page => (page.Recommendations ?? []).ForEach(each => Add(service, each, page.Metadata)),
            cancellationToken)).Failure;

    private void Add(GetSavingsPlansPurchaseRecommendationResponse page)
    {
        if (page.SavingsPlansPurchaseRecommendation is not { } recommended)
            return;
        foreach (var detail in recommended.SavingsPlansPurchaseRecommendationDetails ?? [])
        {
            All.Add(new CommitmentRecommendation(
                CommitmentKind.SavingsPlans,
                "",
                recommended.SavingsPlansType?.Value ?? "",
                AwsFigure.Account(detail.AccountId, "the account of a recommendation"),
                detail.SavingsPlansDetails?.Region ?? "",
                Figure(detail.HourlyCommitmentToPurchase),
                null,
                recommended.TermInYears?.Value ?? "",
                recommended.PaymentOption?.Value ?? "",
                recommended.LookbackPeriodInDays?.Value ?? "",
                Figure(detail.UpfrontCost),
                Figure(detail.EstimatedMonthlySavingsAmount),
                Figure(detail.EstimatedSavingsPercentage),
                Figure(detail.EstimatedAverageUtilization),
                detail.CurrencyCode ?? AwsFigure.CurrencyOf(connection.Account),
                page.Metadata?.GenerationTimestamp ?? ""));
        }
    }

    private void Add(
        string service,
        ReservationPurchaseRecommendation recommended,
        ReservationPurchaseRecommendationMetadata? metadata)
    {
        foreach (var detail in recommended.RecommendationDetails ?? [])
        {
            var (type, region) = MachineOf(detail.InstanceDetails);
            All.Add(new CommitmentRecommendation(
                CommitmentKind.Reservations,
                service,
                type,
                AwsFigure.Account(detail.AccountId, "the account of a recommendation"),
                region,
                null,
                Figure(detail.RecommendedNumberOfInstancesToPurchase),
                recommended.TermInYears?.Value ?? "",
                recommended.PaymentOption?.Value ?? "",
                recommended.LookbackPeriodInDays?.Value ?? "",
                Figure(detail.UpfrontCost),
                Figure(detail.EstimatedMonthlySavingsAmount),
                Figure(detail.EstimatedMonthlySavingsPercentage),
                Figure(detail.AverageUtilization),
                detail.CurrencyCode ?? AwsFigure.CurrencyOf(connection.Account),
                metadata?.GenerationTimestamp ?? ""));
        }
    }

    private static decimal? Figure(string? text) => AwsFigure.Optional(text, "a recommendation");

    private static (string Type, string Region) MachineOf(InstanceDetails? details) => details switch
    {
        { EC2InstanceDetails: { } ec2 } => (ec2.InstanceType ?? "", ec2.Region ?? ""),
        { RDSInstanceDetails: { } rds } => (rds.InstanceType ?? "", rds.Region ?? ""),
        { ElastiCacheInstanceDetails: { } cache } => (cache.NodeType ?? "", cache.Region ?? ""),
        { RedshiftInstanceDetails: { } redshift } => (redshift.NodeType ?? "", redshift.Region ?? ""),
        { MemoryDBInstanceDetails: { } memory } => (memory.NodeType ?? "", memory.Region ?? ""),
        { ESInstanceDetails: { } search } => ($"{search.InstanceClass}.{search.InstanceSize}", search.Region ?? ""),
        _ => ("", ""),
    };
}
