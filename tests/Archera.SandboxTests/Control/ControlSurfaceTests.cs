using Archera.Sandbox.Aws.Faults;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.SandboxTests.Control;

public sealed class ControlSurfaceTests
{
    [Theory]
    [InlineData("POST", "faults", """{"faults":[{"kind":"Nope","share":0.5}]}""", "faults[0].kind")]
    [InlineData("POST", "faults", """{"faults":[{"kind":"Reset","share":1.5}]}""", "faults[0].share")]
    [InlineData("POST", "faults", """{"faults":[{"kind":"Reset","share":1,"acount":"1"}]}""", "faults[0].acount")]
    [InlineData("POST", "faults", """{"faults":[{"kind":"Reset","share":1,"account":"1"}]}""", "faults[0].account")]
    [InlineData(
        "POST", "faults", """{"faults":[{"kind":"Latency","share":1,"milliseconds":-1}]}""", "faults[0].milliseconds")]
    [InlineData("POST", "faults", """{"faults":[{"kind":"Reset","share":1,"service":"cost"}]}""", "faults[0].service")]
    [InlineData("POST", "faults", """{"faults":{}}""", "faults")]
    [InlineData("POST", "faults", """{}""", "faults")]
    [InlineData("POST", "faults", """{"faults":[],"faults":[]}""", "body")]
    [InlineData("POST", "faults", """nonsense""", "body")]
    [InlineData(
        "PUT", "roles", """{"roleArn":"arn:aws:iam::1:role/x","trustPolicy":{},"permissionPolicy":{}}""", "roleArn")]
    [InlineData("PUT", "roles", """{"roleArn":"arn:aws:iam::111122223333:role/x","trustPolicy":{}}""", "trustPolicy")]
    [InlineData("PUT", "roles", """{"maxSessionSeconds":3599}""", "maxSessionSeconds")]
    [InlineData("DELETE", "roles?roleArn=x", null, "roleArn")]
    [InlineData("PUT", "scps", """{"account":"777788889999","policy":null}""", "account")]
    [InlineData("PUT", "scps", """{"account":"111122223333"}""", "policy")]
    [InlineData("PUT", "scps", """{"account":"111122223333","policy":{}}""", "policy")]
    [InlineData("POST", "sessions/expire", """{"account":123456789012}""", "account")]
    [InlineData("POST", "clock", """{"today":"2026-13-01"}""", "today")]
    [InlineData("POST", "clock", """{"today":"2000-01-01"}""", "today")]
    [InlineData("POST", "restatements", """{"payer":"777788889999"}""", "payer")]
    [InlineData("POST", "restatements", """{"payer":"111122223333","linkedAccount":"444455556666"}""", "linkedAccount")]
    [InlineData("POST", "restatements", """{"amount":"1e40"}""", "amount")]
    [InlineData("POST", "restatements", """{"currency":"euro"}""", "currency")]
    [InlineData("PUT", "grouped", """{"payer":"777788889999"}""", "payer")]
    [InlineData("PUT", "grouped", """{"payer":"111122223333","decimals":29}""", "decimals")]
    [InlineData("PUT", "grouped", """{"payer":"111122223333","hiddenRecordType":"Fee"}""", "hiddenFrom")]
    [InlineData("GET", "cloudtrail?account=x", null, "account")]
    [InlineData("GET", "administrators?account=1", null, "account")]
    [InlineData("GET", "truth/costs?payer=777788889999&start=2026-10-01&end=2026-11-01", null, "payer")]
    [InlineData("GET", "truth/costs?payer=111122223333&start=2026-10-01&end=2026-10-01", null, "end")]
    [InlineData("GET", "truth/costs?payer=111122223333&start=1986-10-01&end=2026-10-01", null, "start")]
    [InlineData("GET", "truth/costs?payer=111122223333&start=2026-10-01&end=2026-11-01&metric=Cost", null, "metric")]
    [InlineData(
        "GET", "truth/costs?payer=111122223333&start=2026-10-01&end=2026-11-01&groupBy=Service,Tag", null, "groupBy")]
    [InlineData("GET", "truth/costs?payer=111122223333&start=2026-10-01&end=2026-11-01&group=Service", null, "group")]
    public async Task Answers_a_wrong_field_with_400_and_its_name(
        string method, string path, string? body, string field)
    {
        await using var sandbox = await Sandbox.StartAsync();

        var answer = await sandbox.ControlAsync(new HttpMethod(method), path, body);

        answer.Status.ShouldBe(400);
        answer.Json.GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue(answer.Body);
    }

    [Fact]
    public async Task Makes_and_deletes_a_role()
    {
        await using var sandbox = await Sandbox.StartAsync();

        var put = await sandbox.ControlAsync(HttpMethod.Put, "roles", $$"""
            {"roleArn":"{{Sandbox.RoleArn}}","trustPolicy":{{sandbox.Trust()}},
            "permissionPolicy":{{Sandbox.AllowReads}},"maxSessionSeconds":7200}
            """);
        var assumed = await sandbox.AssumeAsync(request => request.DurationSeconds = 7200);
        var deleted =
            await sandbox.ControlAsync(HttpMethod.Delete, "roles?roleArn=" + Uri.EscapeDataString(Sandbox.RoleArn));

        put.Status.ShouldBe(200, put.Body);
        assumed.Credentials.ShouldNotBeNull();
        deleted.Status.ShouldBe(200);
        (await sandbox.RefusedAsync()).ErrorCode.ShouldBe("AccessDenied");
    }

    [Theory]
    [InlineData(TinyWorld.Payer)]
    [InlineData("000000000000")]
    [InlineData("999999999999")]
    public async Task Hands_out_the_keys_of_any_accounts_administrator(string account)
    {
        await using var sandbox = await Sandbox.StartAsync();

        var user = (await sandbox.ControlAsync(HttpMethod.Get, "administrators?account=" + account)).Json;
        var identity = await sandbox.QueryAsync(
            new SigningKeys(Text("accessKeyId"), Text("secretAccessKey"), null),
            "Action=GetCallerIdentity&Version=2011-06-15");

        identity.Xml("Arn").ShouldBe(Text("userArn"));
        identity.Xml("Account").ShouldBe(account);

        string Text(string name) => user.GetProperty(name).GetString()!;
    }

    [Fact]
    public async Task Works_while_every_call_to_AWS_fails()
    {
        await using var sandbox = await Sandbox.StartAsync();
        await sandbox.ControlAsync(HttpMethod.Post, "faults", """{"faults":[{"kind":"Reset","share":1}]}""");

        foreach (var path in new[] { "calls", "bill", "cloudtrail?account=" + TinyWorld.Payer })
            (await sandbox.ControlAsync(HttpMethod.Get, path)).Status.ShouldBe(200);
        sandbox.Aws.Faults.Faults.ShouldHaveSingleItem().Kind.ShouldBe(FaultKind.Reset);
        await sandbox.ControlAsync(HttpMethod.Post, "faults", """{"faults":[]}""");
        sandbox.Aws.Faults.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Moves_the_clock_for_all_who_listen()
    {
        await using var sandbox =
            await Sandbox.StartAsync(options => options with { Today = new DateOnly(2026, 11, 20) });
        var told = new List<TimeSpan>();
        sandbox.Aws.Clock.Moved += told.Add;

        var answer = await sandbox.ControlAsync(HttpMethod.Post, "clock", """{"today":"2026-12-01"}""");

        answer.Json.GetProperty("today").GetString().ShouldBe("2026-12-01");
        told.ShouldBe([TimeSpan.FromDays(11)]);
        sandbox.Aws.Clock.Today.ShouldBe(new DateOnly(2026, 12, 1));
    }

    [Fact]
    public async Task Restates_a_row_and_tells_the_truth_about_it_to_the_last_decimal()
    {
        await using var sandbox =
            await Sandbox.StartAsync(options => options with { Today = new DateOnly(2026, 11, 20) });

        var restated = await sandbox.ControlAsync(HttpMethod.Post, "restatements", $$"""
            {"payer":"{{TinyWorld.Payer}}","day":"2026-10-05","service":"AWS Lambda",
            "linkedAccount":"{{TinyWorld.Member(1)}}","amount":"1.000000000001"}
            """);
        var truth = await sandbox.ControlAsync(
            HttpMethod.Get,
            $"truth/costs?payer={TinyWorld.Payer}&start=2026-10-01&end=2026-12-01"
            + "&groupBy=Service,LinkedAccount&metric=UnblendedCost");
        await sandbox.ControlAsync(HttpMethod.Post, "restatements", $$"""
            {"payer":"{{TinyWorld.Payer}}","day":"2026-10-05","service":"AWS Lambda",
            "linkedAccount":"{{TinyWorld.Member(1)}}","amount":null}
            """);
        var after = await sandbox.ControlAsync(
            HttpMethod.Get, $"truth/costs?payer={TinyWorld.Payer}&start=2026-10-01&end=2026-12-01");

        restated.Status.ShouldBe(200, restated.Body);
        truth.Body.ShouldBe(
            $$"""{"rows":[{"day":"2026-10-05","keys":["AWS Lambda","{{TinyWorld.Member(1)}}"],"""
            + "\"metric\":\"UnblendedCost\",\"amount\":\"1.000000000001\",\"currency\":\"USD\"}]}");
        after.Body.ShouldBe("""{"rows":[]}""");
    }

    [Fact]
    public async Task Bills_the_account_whose_session_called()
    {
        await using var sandbox = await Sandbox.StartAsync(
            options => options with
            {
                World = AwsWorld.Generate(
                new GeneratedWorldOptions { Payers = 1, LinkedPerPayer = 2, Services = 3 })
            });
        var payer = sandbox.Aws.World.Organizations[0].PayerAccountId;
        var role = $"arn:aws:iam::{payer}:role/Archera";
        sandbox.PutRole(role);
        var keys = await sandbox.SessionKeysAsync(request => request.RoleArn = role);

        await sandbox.CallAsync(keys, "AWSInsightsIndexService.GetCostAndUsage", """
            {"TimePeriod":{"Start":"2026-10-01","End":"2026-10-02"},"Granularity":"DAILY","Metrics":["UnblendedCost"]}
            """);
        await sandbox.CallAsync(keys, "AWSInsightsIndexService.GetCostAndUsage", "{}");
        var bill = await sandbox.ControlAsync(HttpMethod.Get, "bill");

        bill.Body.ShouldBe($$"""{"payers":[{"account":"{{payer}}","requests":1,"usd":0.01}]}""");
    }

    [Fact]
    public async Task Leaves_bodies_over_the_limit_to_AWSs_own_answer()
    {
        await using var sandbox = await Sandbox.StartAsync();

        var answer = await sandbox.QueryAsync(sandbox.VendorKeys, new string('x', 10_000_001));

        (answer.Status, answer.Body).ShouldBe((413, ""));
    }
}
