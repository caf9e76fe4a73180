using Archera.Sandbox.Aws.Worlds.Generated;

namespace Archera.Sandbox.Aws.CostExplorer.Commitments;

/// <summary>A kind of Savings Plan, as each of AWS's APIs spells it, and the services that it covers.</summary>
/// <param name="FeeService">The service that its fees are billed under.</param>
/// <param name="PlanType">As DescribeSavingsPlans has it.</param>
/// <param name="AttributeType">As GetSavingsPlansUtilizationDetails has it.</param>
/// <param name="RecommendedType">As GetSavingsPlansPurchaseRecommendation has it.</param>
internal sealed record SavingsPlanKind(
    string FeeService, string PlanType, string AttributeType, string RecommendedType, IReadOnlyList<string> Products)
{
    private static readonly SavingsPlanKind Compute = new(
        ServiceCatalogue.ComputeSavingsPlans, "Compute", "ComputeSavingsPlans", "COMPUTE_SP",
        ["EC2", "Fargate", "Lambda"]);

    private static readonly SavingsPlanKind MachineLearning = new(
        ServiceCatalogue.MachineLearningSavingsPlans, "SageMaker", "SageMakerSavingsPlans", "SAGEMAKER_SP",
        ["SageMaker"]);

    private static readonly Dictionary<string, string> FeeServiceOf = ServiceCatalogue.Usage
        .Where(service => service.SavingsPlan is not null)
        .ToDictionary(service => service.Name, service => service.SavingsPlan!, StringComparer.Ordinal);

    public static SavingsPlanKind Of(string feeService) =>
        feeService == Compute.FeeService ? Compute : MachineLearning;

    /// <summary>Whether a Savings Plan of any kind covers usage of the service.</summary>
    public static bool IsEligible(string service) => FeeServiceOf.ContainsKey(service);

    public bool Covers(string service) => FeeServiceOf.GetValueOrDefault(service) == FeeService;

    /// <summary>Null for a type that nothing in these worlds can be covered by.</summary>
    public static SavingsPlanKind? Recommended(string type) => type switch
    {
        "COMPUTE_SP" => Compute,
        "SAGEMAKER_SP" => MachineLearning,
        "EC2_INSTANCE_SP" or "DATABASE_SP" => null,
        _ => throw CostExplorerRefusal.NotInSet(
            type, "savingsPlansType", "COMPUTE_SP, EC2_INSTANCE_SP, SAGEMAKER_SP, DATABASE_SP"),
    };
}
