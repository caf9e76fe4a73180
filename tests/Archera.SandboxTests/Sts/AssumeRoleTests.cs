using Amazon.Runtime;
using Amazon.SecurityToken.Model;

namespace Archera.SandboxTests.Sts;

public sealed class AssumeRoleTests
{
    [Fact]
    public async Task Gives_a_session_that_STS_itself_recognises()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole($"arn:aws:iam::{TinyWorld.Payer}:role/a/b/Archera");

        var assumed = await sandbox.AssumeAsync(request =>
        {
            request.RoleArn = $"arn:aws:iam::{TinyWorld.Payer}:role/a/b/Archera";
            request.SourceIdentity = "archera";
        });
        using var sts = sandbox.Sts(assumed.Credentials);
        var identity =
            await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), TestContext.Current.CancellationToken);

        assumed.AssumedRoleUser.Arn.ShouldBe($"arn:aws:sts::{TinyWorld.Payer}:assumed-role/Archera/test");
        assumed.SourceIdentity.ShouldBe("archera");
        identity.Arn.ShouldBe(assumed.AssumedRoleUser.Arn);
        identity.UserId.ShouldBe(assumed.AssumedRoleUser.AssumedRoleId);
        identity.Account.ShouldBe(TinyWorld.Payer);
    }

    [Fact]
    public async Task Refuses_in_one_text_for_every_reason_that_AWS_hides()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();
        sandbox.PutRole($"arn:aws:iam::{TinyWorld.Payer}:role/Other", sandbox.Trust(principal: TinyWorld.OtherPayer));

        Action<AssumeRoleRequest>[] reasons =
        [
            request => request.ExternalId = null,
            request => request.ExternalId = "ext-wrong",
            request => request.RoleArn = $"arn:aws:iam::{TinyWorld.Payer}:role/Absent",
            request => request.RoleArn = $"arn:aws:iam::{TinyWorld.Payer}:role/Other",
        ];
        foreach (var reason in reasons)
        {
            var refusal = await sandbox.RefusedAsync(reason);

            refusal.ErrorCode.ShouldBe("AccessDenied");
            ((int)refusal.StatusCode).ShouldBe(403);
            refusal.Message.ShouldBe(
                $"User: {sandbox.Aws.Vendor.UserArn} is not authorized to perform: sts:AssumeRole on resource: "
                + Sandbox.Request(reason).RoleArn);
        }
    }

    [Fact]
    public async Task Refuses_a_wrong_secret_as_AWS_does()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();

        var refusal = await sandbox.RefusedAsync(
            credentials: new BasicAWSCredentials(sandbox.Aws.Vendor.AccessKeyId, "wrong"));

        refusal.ErrorCode.ShouldBe("SignatureDoesNotMatch");
        ((int)refusal.StatusCode).ShouldBe(403);
    }
}
