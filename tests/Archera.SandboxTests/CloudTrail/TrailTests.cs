using System.Text.Json;

namespace Archera.SandboxTests.CloudTrail;

public sealed class TrailTests
{
    [Fact]
    public async Task Shows_a_taken_role_to_both_accounts_as_one_event()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();

        var keys = await sandbox.SessionKeysAsync();
        var vendor = sandbox.Aws.Trail.Events(sandbox.Aws.Vendor.AccountId).ShouldHaveSingleItem();
        var customer = sandbox.Aws.Trail.Events(TinyWorld.Payer).ShouldHaveSingleItem();

        Text(vendor, "sharedEventID").ShouldBe(Text(customer, "sharedEventID"));
        Text(vendor, "requestID").ShouldBe(Text(customer, "requestID"));
        Text(vendor, "eventID").ShouldNotBe(Text(customer, "eventID"));
        Text(vendor.GetProperty("userIdentity"), "type").ShouldBe("IAMUser");
        Text(customer.GetProperty("userIdentity"), "type").ShouldBe("AWSAccount");
        customer.GetProperty("userIdentity").TryGetProperty("arn", out _).ShouldBeFalse();
        Text(customer.GetProperty("requestParameters"), "externalId").ShouldBe(Sandbox.ExternalId);
        Text(customer.GetProperty("responseElements").GetProperty("credentials"), "accessKeyId")
            .ShouldBe(keys.AccessKeyId);
        customer.GetRawText().ShouldNotContain(keys.Secret);
        customer.GetRawText().ShouldNotContain(keys.Token!);
    }

    [Fact]
    public async Task Shows_a_refusal_to_the_caller_alone()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();

        await sandbox.RefusedAsync(request => request.ExternalId = "wrong");
        var refused = sandbox.Aws.Trail.Events(sandbox.Aws.Vendor.AccountId).ShouldHaveSingleItem();

        Text(refused, "errorCode").ShouldBe("AccessDenied");
        refused.GetProperty("responseElements").ValueKind.ShouldBe(JsonValueKind.Null);
        sandbox.Aws.Trail.Events(TinyWorld.Payer).ShouldBeEmpty();
    }

    [Fact]
    public async Task Shows_later_calls_to_the_customer_alone_under_the_returned_request_id()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();
        var keys = await sandbox.SessionKeysAsync(request => request.SourceIdentity = "archera");

        var answer = await sandbox.CallAsync(keys, "AWSOrganizationsV20161128.DescribeOrganization");
        var call = sandbox.Aws.Trail.Events(TinyWorld.Payer)[^1];

        Text(call, "requestID").ShouldBe(answer.RequestId);
        Text(call, "eventSource").ShouldBe("organizations.amazonaws.com");
        var identity = call.GetProperty("userIdentity");
        Text(identity, "accessKeyId").ShouldBe(keys.AccessKeyId);
        Text(identity.GetProperty("sessionContext"), "sourceIdentity").ShouldBe("archera");
        Text(identity.GetProperty("sessionContext").GetProperty("sessionIssuer"), "arn").ShouldBe(Sandbox.RoleArn);
        sandbox.Aws.Trail.Events(sandbox.Aws.Vendor.AccountId).Count.ShouldBe(1);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
