using System.Globalization;
using System.Text.Json;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Sandbox.Aws.Faults;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.ClusterTests.Gateway;

/// <remarks>Each test has a fleet of its own: who is in which organization changes in all of them.</remarks>
public sealed class AccountsRouteTests : IAsyncLifetime
{
    private const string Path = "/api/v1/accounts";

    private readonly GatewayOnFleet _gateway = new();

    public ValueTask InitializeAsync() => _gateway.InitializeAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Every_account_is_on_the_list()
    {
        var (payer, other) = (_gateway.Fleet.Payer(0), _gateway.Fleet.Payer(1));
        var key = await _gateway.OnboardAsync(payer);
        await _gateway.ConnectAsync(other, key);

        var all = await _gateway.GetAsync(Path, key);

        all.Status.ShouldBe(200, all.Text);
        all.Completeness!.ShouldStartWith("accounts=2/2; days=0/0; as-of=2");
        Rows(all).Select(Id).ShouldBe(
            Ids(payer, Listed(payer)).Concat(Ids(other, Listed(other))).Order(StringComparer.Ordinal));
        Rows(all).ShouldAllBe(row => Text(row, "membership") == "member" && Text(row, "state") == "ACTIVE");
        var before = await _gateway.GetAsync(
            $"{Path}?asOf={_gateway.Fleet.Today.AddDays(-1):yyyy-MM-dd}", key);
        Rows(before).ShouldBeEmpty();
        before.Json.GetProperty("completeness").GetProperty("late").EnumerateArray()
            .Select(late => Text(late, "reason")).ShouldBe(["not-read-by-then", "not-read-by-then"]);
    }

    [Fact]
    public async Task An_account_that_left_keeps_its_place_and_its_costs_wherever_it_goes()
    {
        var (payer, other) = (_gateway.Fleet.Payer(0), _gateway.Fleet.Payer(1));
        var (here, there) = (payer.AccountId.Value, other.AccountId.Value);
        var gone = Listed(payer)[^1];
        var key = await _gateway.OnboardAsync(payer);
        await _gateway.ConnectAsync(other, key);
        var costs = await CostsAsync(gone.Id, key);

        _gateway.Fleet.Aws.Members.Remove(here, gone.Id);
        await _gateway.RefreshAsync(payer, key);
        var left = Row(await _gateway.GetAsync(Path, key), payer, gone.Id);
        _gateway.Fleet.Aws.Members.Put(there, gone);
        await _gateway.RefreshAsync(other, key);
        var moved = await _gateway.GetAsync(Path, key);
        _gateway.Fleet.Aws.Members.Remove(there, gone.Id);
        _gateway.Fleet.Aws.Members.Put(here, gone with { State = "SUSPENDED" });
        await _gateway.RefreshAsync(payer, key);
        await _gateway.RefreshAsync(other, key);
        var back = await _gateway.GetAsync(Path, key);

        (Text(left, "membership"), Text(left, "name")).ShouldBe(("left", gone.Name));
        left.GetProperty("leftAt").GetDateTime().ShouldBeGreaterThan(left.GetProperty("firstSeenAt").GetDateTime());
        (await CostsAsync(gone.Id, key)).ShouldBe(costs);
        Text(Row(moved, payer, gone.Id), "membership").ShouldBe("moved");
        Text(Row(moved, payer, gone.Id), "movedTo").ShouldBe(other.ToString());
        Text(Row(moved, other, gone.Id), "membership").ShouldBe("member");
        Text(Row(back, payer, gone.Id), "membership").ShouldBe("member");
        Text(Row(back, payer, gone.Id), "state").ShouldBe("SUSPENDED");
        Row(back, payer, gone.Id).GetProperty("leftAt").ValueKind.ShouldBe(JsonValueKind.Null);
        Row(back, payer, gone.Id).GetProperty("history").EnumerateArray().Select(each => Text(each, "event"))
            .ShouldBe(["seen", "left", "returned", "state-changed"]);
        Text(Row(back, other, gone.Id), "membership").ShouldBe("moved");
    }

    [Fact]
    public async Task A_list_that_could_not_be_read_is_late_and_what_was_known_stays()
    {
        var payer = _gateway.Fleet.Payer(1);
        var key = await _gateway.OnboardAsync(payer, tier: "Trial");
        var known = Rows(await _gateway.GetAsync(Path, key)).Select(Id).ToArray();
        _gateway.Fleet.Aws.Members.Put(payer.AccountId.Value, Stranger(1));
        (await _gateway.GetTemplateAsync(payer, key)).CreateWithout("organizations:ListAccounts");
        var operation = await _gateway.RefreshAsync(payer, key);

        var denied = await _gateway.GetAsync(Path, key);
        var sheet = (await _gateway.GetAsync(Path + "?format=csv", key)).Text;
        var refused = await _gateway.GetAsync(Path + "?requireComplete=true", key);

        operation.State.ShouldBe(OperationState.Late);
        Rows(denied).Select(Id).ShouldBe(known);
        denied.Completeness!.ShouldStartWith("accounts=0/1; ");
        var late = denied.Json.GetProperty("completeness").GetProperty("late").EnumerateArray().Single();
        (Text(late, "account"), Text(late, "dataset"), Text(late, "reason"))
            .ShouldBe((payer.ToString(), "LinkedAccounts", "access-denied"));
        sheet.Split("\r\n")[1].ShouldEndWith($",{payer} LinkedAccounts access-denied");
        (refused.Status, refused.Code).ShouldBe((409, "incomplete"));

        (await _gateway.GetTemplateAsync(payer, key)).Create();
        var many = Enumerable.Range(2, 45).Select(Stranger).ToArray();
        foreach (var stranger in many)
            _gateway.Fleet.Aws.Members.Put(payer.AccountId.Value, stranger);
        _gateway.Fleet.Aws.Faults.Replace([new Fault(FaultKind.RepeatToken, 1, "organizations", "ListAccounts")]);
        await _gateway.RefreshAsync(payer, key);
        var brokenOff = await _gateway.GetAsync(Path, key);

        Rows(brokenOff).Select(Id).ShouldBe(known);
        Text(brokenOff.Json.GetProperty("completeness").GetProperty("late")[0], "reason").ShouldBe("endless-pages");

        _gateway.Fleet.Aws.Faults.Replace([]);
        await _gateway.RefreshAsync(payer, key);
        var whole = await _gateway.GetAsync(Path, key);
        Rows(whole).Length.ShouldBe(known.Length + 46);
        whole.Completeness!.ShouldStartWith("accounts=1/1; ");
    }

    [Fact]
    public async Task An_account_connected_alone_is_listed_as_such()
    {
        var payer = _gateway.Fleet.Payer(0);
        var linked = PayerAccountKey.Parse("aws:" + Listed(payer)[^1].Id);
        var key = await _gateway.OnboardAsync(linked, "SubAccount");

        var answer = await _gateway.GetAsync(Path, key);

        Text(Rows(answer).Single(), "membership").ShouldBe("alone");
        Id(Rows(answer).Single()).ShouldBe($"{linked} {linked.AccountId}");
        answer.Completeness.ShouldBe("accounts=0/0; days=0/0; as-of=none");
    }

    [Fact]
    public async Task A_payer_that_the_tenant_never_claimed_is_not_found()
    {
        var key = (await _gateway.CreateTenantAsync("Nobody"))["key"]!;

        var answer = await _gateway.GetAsync($"{Path}?payerAccount={_gateway.Fleet.Payer(0)}", key);

        (answer.Status, answer.Code).ShouldBe((404, "not-found"));
        Rows(await _gateway.GetAsync(Path, key)).ShouldBeEmpty();
    }

    private static MemberAccount Stranger(int number)
    {
        var id = number.ToString("900000000000", CultureInfo.InvariantCulture);
        return new MemberAccount(id, $"=Stranger {number}", "s@example.com", "INVITED", DateTimeOffset.UnixEpoch);
    }

    private static IEnumerable<string> Ids(PayerAccountKey payer, IEnumerable<MemberAccount> members) =>
        members.Select(member => $"{payer} {member.Id}");

    private static string Id(JsonElement row) => $"{Text(row, "payerAccount")} {Text(row, "accountId")}";

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static JsonElement[] Rows(HttpAnswer answer) => [.. answer.Json.GetProperty("rows").EnumerateArray()];

    private static JsonElement Row(HttpAnswer answer, PayerAccountKey payer, string account) =>
        Rows(answer).Single(row => Id(row) == $"{payer} {account}");

    private IReadOnlyList<MemberAccount> Listed(PayerAccountKey payer) =>
        _gateway.Fleet.Aws.Members.Of(payer.AccountId.Value);

    private async Task<string> CostsAsync(string linked, string key)
    {
        var days = _gateway.Fleet.History;
        var answer = await _gateway.GetAsync(
            FormattableString.Invariant($"/api/v1/costs?start={days.Start:yyyy-MM-dd}&end={days.End:yyyy-MM-dd}")
            + $"&groupBy=LinkedAccount&linkedAccount={linked}&format=csv",
            key);
        answer.Text.Split("\r\n").Length.ShouldBeGreaterThan(3);
        return answer.Text;
    }
}
