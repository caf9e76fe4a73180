using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Gateway.Problems;
using Archera.Gateway.Requests;

namespace Archera.Gateway.Accounts;

/// <summary>Reads the body of a claim.</summary>
internal static class ClaimInput
{
    public static readonly string[] Members = ["accountId", "partition", "tier", "mode"];

    public static readonly (string Name, string Why) ExternalId = (
        "externalId",
        "External ids are issued here and never accepted from a client: leave it out and read it from the answer.");

    public static (PayerAccountKey Payer, ClaimRequest Claim) Read(JsonInput input)
    {
        var account = input.Required<AwsAccountId>("accountId", AwsAccountId.TryParse, "12 digits");
        var partition = input.Required<AwsPartition>(
            "partition", AwsPartition.TryParse, $"one of {string.Join(", ", AwsPartition.All)}");
        var tier = input.Required<PermissionTier>(
            "tier", EnumNames.TryParse, $"one of {EnumNames.Of<PermissionTier>()}");
        var mode = input.Optional(
            "mode", EnumNames.TryParse, $"one of {EnumNames.Of<ConnectionMode>()}", ConnectionMode.Payer);
        return (new PayerAccountKey(partition, account), new ClaimRequest(tier, mode));
    }

    public static ProblemResult NotServed(AwsPartition partition) => new(
        ProblemCatalogue.PartitionNotServed,
        $"This installation has no credentials or no vendor principal in {partition}. Ask the operator to set " +
        $"Aws:Partitions:{partition}:Profile and the vendor principal's ARN.")
    {
        Errors = FieldErrors.Of("partition", "Not served by this installation."),
    };
}
