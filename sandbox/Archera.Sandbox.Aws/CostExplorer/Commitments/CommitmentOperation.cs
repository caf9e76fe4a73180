using System.Text.Json;
using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CostExplorer.Commitments;

/// <summary>What the operations about Savings Plans and reservations have in common.</summary>
internal abstract class CommitmentOperation(AwsWorld world) : IJsonOperation
{
    public string Service => "ce";

    public string Target => $"AWSInsightsIndexService.{Name}";

    public string Action => $"ce:{Name}";

    public decimal PriceUsd => 0.01m;

    protected abstract string Name { get; }

    public JsonAnswer Handle(JsonCall call)
    {
        try
        {
            var organization = world.Find(call.AccountId) ?? throw CostExplorerRefusal.NotEnabled();
            return JsonAnswer.Ok(
                JsonSerializer.SerializeToUtf8Bytes(Answer(call, new VisibleCommitments(world, organization, call))));
        }
        catch (CostExplorerRefusal refusal)
        {
            return refusal.Answer();
        }
    }

    protected abstract JsonObject Answer(JsonCall call, VisibleCommitments visible);
}
