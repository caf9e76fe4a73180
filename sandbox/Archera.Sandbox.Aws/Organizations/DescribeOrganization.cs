using System.Text.Json;
using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Organizations;

/// <summary>
/// Tells any account of an organization about it; that is how a caller learns whether it is the payer.
/// </summary>
internal sealed class DescribeOrganization(Members members) : IJsonOperation
{
    public string Service => "organizations";

    public string Target => "AWSOrganizationsV20161128.DescribeOrganization";

    public string Action => "organizations:DescribeOrganization";

    public decimal PriceUsd => 0;

    public JsonAnswer Handle(JsonCall call)
    {
        if (members.OrganizationOf(call.AccountId) is not { } organization)
            return OrganizationErrors.NotInUse;
        var payer = organization.PayerAccountId;
        var body = new JsonObject
        {
            ["Organization"] = new JsonObject
            {
                ["Id"] = organization.Id,
                ["Arn"] = $"arn:aws:organizations::{payer}:organization/{organization.Id}",
                ["FeatureSet"] = "ALL",
                ["MasterAccountArn"] = $"arn:aws:organizations::{payer}:account/{organization.Id}/{payer}",
                ["MasterAccountId"] = payer,
                ["MasterAccountEmail"] = organization.Accounts.First(account => account.Id == payer).Email,
                ["AvailablePolicyTypes"] = new JsonArray(
                    new JsonObject { ["Type"] = "SERVICE_CONTROL_POLICY", ["Status"] = "ENABLED" }),
            },
        };
        return JsonAnswer.Ok(JsonSerializer.SerializeToUtf8Bytes(body));
    }
}
