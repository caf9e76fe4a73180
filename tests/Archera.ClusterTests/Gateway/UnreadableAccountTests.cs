using Archera.ClusterTests.Offboarding;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Grains.Custody;
using Microsoft.Extensions.DependencyInjection;

namespace Archera.ClusterTests.Gateway;

/// <summary>What customers are told of an account whose stored record is damaged or lost.</summary>
public sealed class UnreadableAccountTests : IAsyncLifetime
{
    private const string Accounts = "/api/v1/payer-accounts";

    private readonly GatewayOnFleet _gateway = new();
    private string _key = "";

    private PayerAccountKey Payer => _gateway.Fleet.Payer(0);

    private PayerAccountKey Other => _gateway.Fleet.Payer(1);

    private string Record => $"payer-account|{_gateway.Fleet.Account(Payer).GetGrainId()}";

    public async ValueTask InitializeAsync()
    {
        await _gateway.InitializeAsync();
        _key = await _gateway.OnboardAsync(Payer);
        await _gateway.ConnectAsync(Other, _key);
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Every_request_for_a_damaged_account_says_that_it_can_not_be_read_and_strangers_learn_nothing()
    {
        var stranger = (await _gateway.CreateTenantAsync("Stranger"))["key"]!;
        await DamageAsync();

        foreach (var (method, path, body) in RequestsFor(Payer))
        {
            var refused = await _gateway.SendAsync(method, path, _key, body);
            var strange = await _gateway.SendAsync(method, path, stranger, body);

            (refused.Status, refused.Code).ShouldBe((409, "account-unreadable"), $"{method} {path}");
            refused["detail"]!.ShouldContain($"The stored record of {Payer} can't be read");
            (strange.Status, strange.Code).ShouldBe((404, "not-found"), $"{method} {path}");
        }

        var claimed = await _gateway.ClaimAsync(Payer, _key);
        (claimed.Status, claimed.Code).ShouldBe((409, "account-unreadable"));
        (await _gateway.ClaimAsync(Payer, stranger)).Code.ShouldBe("internal-error");
    }

    [Fact]
    public async Task A_damaged_account_hides_no_other_and_answers_again_once_it_is_restored()
    {
        var whole = (await CostsAsync()).Text;
        var record = _gateway.Fleet.Storage.Records(Record).Values.Single();
        await DamageAsync();

        await ListShouldBeAsync("account-unreadable");
        await LateShouldBeAsync("damaged");

        _gateway.Fleet.Storage.Damage(Record, _ => record);
        (await _gateway.GetAsync($"{Accounts}/{Payer}", _key))["connection"].ShouldBe("Connected");
        (await CostsAsync()).Text.ShouldBe(whole);
    }

    [Fact]
    public async Task A_lost_account_is_listed_as_lost_and_strangers_learn_nothing()
    {
        var stranger = (await _gateway.CreateTenantAsync("Stranger"))["key"]!;
        await LoseAsync();

        await ListShouldBeAsync("record-lost");
        await LateShouldBeAsync("record-lost");
        foreach (var (method, path, body) in RequestsFor(Payer).Where(request => request.Method != "DELETE"))
        {
            var refused = await _gateway.SendAsync(method, path, _key, body);
            var strange = await _gateway.SendAsync(method, path, stranger, body);

            (refused.Status, refused.Code).ShouldBe((409, "record-lost"), $"{method} {path}");
            (strange.Status, strange.Code).ShouldBe((404, "not-found"), $"{method} {path}");
        }

        var claimed = await _gateway.ClaimAsync(Payer, _key);
        (claimed.Status, claimed["connection"]).ShouldBe((201, "Issued"));
    }

    [Fact]
    public async Task A_lost_account_is_offboarded_with_all_that_is_left_of_it()
    {
        var fleet = _gateway.Fleet;
        var tenant = _gateway.TenantOf(_key);
        var days = fleet.History.DayCount;
        await LoseAsync();

        var begun = await _gateway.SendAsync("DELETE", $"{Accounts}/{Payer}", _key);
        begun.Status.ShouldBe(202, begun.Text);
        var ended = await fleet.EndLeavingAsync(tenant, Operation(begun));

        var receipt = await fleet.ReceiptAsync(tenant, ended);
        receipt.Deleted()["cost-CostByServiceAndAccount"].ShouldBe(days);
        receipt.GetProperty("remaining").GetInt32().ShouldBe(0);
        receipt.GetProperty("destroyedDataKeys").GetArrayLength().ShouldBe(1);
        receipt.LastOutcome().ShouldBe("NotTried");
        fleet.Storage.Records("").Keys.ShouldNotContain(
            key => key.Contains(Payer.AccountId.Value, StringComparison.Ordinal));
        (await _gateway.GetAsync($"{Accounts}/{Payer}", _key)).Status.ShouldBe(404);
        (await _gateway.GetAsync(Accounts, _key)).Json.GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_lost_account_is_no_more_of_a_tenant_that_never_owned_it()
    {
        var fleet = _gateway.Fleet;
        var claimant = (await _gateway.CreateTenantAsync("Claimant"))["key"]!;
        var id = (await _gateway.GetAsync("/api/v1/operator/tenants", _gateway.OperatorKey)).Json.EnumerateArray()
            .Single(tenant => tenant.GetProperty("name").GetString() == "Claimant")
            .GetProperty("tenantId").GetString()!;
        await _gateway.ClaimAsync(Payer, claimant);
        var figures = fleet.Storage.Records("cost-").Count;
        await LoseAsync();

        var begun = await _gateway.SendAsync("DELETE", $"{Accounts}/{Payer}", claimant);
        var ended = await fleet.EndLeavingAsync(TenantId.Parse(id), Operation(begun));

        ended.State.ShouldBe(OperationState.Succeeded);
        fleet.Storage.Records("cost-").Count.ShouldBe(figures);
        (await _gateway.GetAsync($"{Accounts}/{Payer}", _key)).Code.ShouldBe("record-lost");
        var keys = fleet.Cluster.Silos[0].ServiceProvider.GetRequiredService<IRecordKeys>();
        (await keys.FindOwnerAsync(Payer, TestContext.Current.CancellationToken)).ShouldBe(_gateway.TenantOf(_key));
    }

    private static IEnumerable<(string Method, string Path, string? Body)> RequestsFor(PayerAccountKey payer) =>
    [
        ("GET", $"{Accounts}/{payer}", null),
        ("PUT", $"{Accounts}/{payer}/role", $$"""{"roleArn":"arn:aws:iam::{{payer.AccountId}}:role/Archera"}"""),
        ("POST", $"{Accounts}/{payer}/verification", null),
        ("GET", $"{Accounts}/{payer}/verification", null),
        ("POST", $"{Accounts}/{payer}/external-id", null),
        ("POST", $"{Accounts}/{payer}/refresh", null),
        ("GET", $"{Accounts}/{payer}/permissions", null),
        ("GET", $"{Accounts}/{payer}/onboarding/aws-cli.sh", null),
        ("GET", $"{Accounts}/{payer}/onboarding/permissions.json", null),
        ("GET", $"/api/v1/operations/{payer}-1", null),
        ("DELETE", $"{Accounts}/{payer}", null),
    ];

    private static OperationId Operation(HttpAnswer begun) =>
        OperationId.TryParse(begun["id"], out var id) ? id : throw new FormatException(begun.Text);

    private Task DamageAsync()
    {
        _gateway.Fleet.Storage.Damage(Record, bytes =>
        {
            bytes[bytes.Length / 2] ^= 1;
            return bytes;
        });
        return _gateway.Fleet.DeactivateAsync(Payer);
    }

    private Task LoseAsync()
    {
        _gateway.Fleet.Storage.Lose(Record);
        return _gateway.Fleet.DeactivateAsync(Payer);
    }

    private Task<HttpAnswer> CostsAsync()
    {
        var today = _gateway.Fleet.Today;
        return _gateway.GetAsync($"/api/v1/costs?start={today.AddDays(-5):yyyy-MM-dd}&end={today:yyyy-MM-dd}", _key);
    }

    private async Task ListShouldBeAsync(string problem)
    {
        var list = (await _gateway.GetAsync(Accounts, _key)).Json.EnumerateArray()
            .ToDictionary(account => account.GetProperty("payerAccount").GetString()!);
        list.Count.ShouldBe(2);
        var (broken, sound) = (list[Payer.ToString()], list[Other.ToString()]);
        broken.GetProperty("problem").GetString().ShouldBe(problem);
        broken.GetProperty("connection").GetString().ShouldBeNull();
        broken.GetProperty("lastError").GetString()!.ShouldContain($"The stored record of {Payer}");
        sound.GetProperty("problem").GetString().ShouldBeNull();
        sound.GetProperty("connection").GetString().ShouldBe("Connected");
    }

    private async Task LateShouldBeAsync(string reason)
    {
        var completeness = (await CostsAsync()).Json.GetProperty("completeness");
        completeness.GetProperty("isComplete").GetBoolean().ShouldBeFalse();
        completeness.GetProperty("accountsReceived").GetInt32().ShouldBe(1);
        var late = completeness.GetProperty("late").EnumerateArray().ShouldHaveSingleItem();
        (late.GetProperty("account").GetString(), late.GetProperty("reason").GetString())
            .ShouldBe((Payer.ToString(), reason));
    }
}
