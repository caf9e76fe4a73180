using System.Buffers.Text;
using System.Text.Json;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.ClusterTests.Gateway;

public sealed class PagingTests(GatewayOnFleet gateway) : IClassFixture<GatewayOnFleet>
{
    private const string Path = "/api/v1/accounts";

    /// <summary>As of a day it does not say how accounts are read, which goes on meanwhile.</summary>
    private string Settled => $"{Path}?asOf={gateway.Fleet.Today:yyyy-MM-dd}";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(1000)]
    public async Task Pages_hold_every_row_once_in_order_whatever_their_size(int limit)
    {
        var key = await CustomerAsync();
        var whole = await gateway.GetAsync(Settled, key);

        var pages = new List<HttpAnswer>();
        for (var next = $"{Settled}&limit={limit}"; next is not null; next = NextOf(pages[^1]))
        {
            pages.Add(await gateway.GetAsync(next, key));
            pages[^1].Status.ShouldBe(200, pages[^1].Text);
        }

        pages.SelectMany(Rows).ShouldBe(Rows(whole));
        pages.SkipLast(1).ShouldAllBe(page => Rows(page).Length == limit);
        pages.ShouldAllBe(page => page.Completeness == whole.Completeness);
        pages[^1].Json.GetProperty("nextCursor").ValueKind.ShouldBe(JsonValueKind.Null);
        if (limit > 2)
            return;
        var again = await gateway.SendAsync(
            "GET", $"{Settled}&limit={limit}", key, null, ("If-None-Match", pages[0].Headers.ETag!.ToString()));
        again.Status.ShouldBe(304);
    }

    [Fact]
    public async Task A_sheet_is_whole_unless_pages_of_it_are_asked_for()
    {
        var key = await CustomerAsync();

        var whole = await gateway.GetAsync(Settled + "&format=csv", key);
        var page = await gateway.GetAsync(Settled + "&format=csv&limit=2", key);
        var rest = await gateway.GetAsync(NextOf(page)!, key);

        whole.Headers.Contains("Link").ShouldBeFalse();
        var lines = whole.Text.Split("\r\n");
        page.Text.ShouldBe(string.Join("\r\n", lines[..3]) + "\r\n");
        rest.Text.ShouldBe(string.Join("\r\n", [lines[0], .. lines[3..]]));
    }

    [Fact]
    public async Task A_cursor_holds_for_its_tenant_question_and_time_alone()
    {
        var key = await CustomerAsync();
        var cursor = await CursorAsync(key);
        var foreign = (await gateway.CreateTenantAsync("Other"))["key"]!;
        var flipped = (cursor[20] == 'A' ? 'B' : 'A').ToString();

        (string Address, string Key)[] wrong =
        [
            ($"?cursor={cursor[..20]}{flipped}{cursor[21..]}", key),
            ($"?cursor={cursor[..^1]}", key),
            ($"?cursor={cursor}A", key),
            ($"?cursor={new string('A', cursor.Length)}", key),
            ("?cursor=", key),
            ("?cursor=%00", key),
            ($"?cursor={cursor}", foreign),
            ($"?cursor={cursor}&payerAccount={gateway.Fleet.Payer(0)}", key),
            ($"?cursor={cursor}&asOf={gateway.Fleet.Today:yyyy-MM-dd}", key),
        ];

        foreach (var (address, whose) in wrong)
        {
            var refused = await gateway.GetAsync(Path + address, whose);
            (refused.Status, refused.Code).ShouldBe((400, "invalid-request"), address);
            refused.Json.GetProperty("errors").EnumerateObject().Single().Name.ShouldBe("cursor");
        }

        (await gateway.GetAsync($"{Path}?cursor={cursor}&limit=1&requireComplete=true&format=csv", key))
            .Status.ShouldBe(200);
        gateway.Time.Ahead = TimeSpan.FromHours(48);
        var late = await gateway.GetAsync($"{Path}?cursor={cursor}", key);
        gateway.Time.Ahead = TimeSpan.Zero;
        (late.Status, late.Code).ShouldBe((400, "cursor-expired"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1e2")]
    [InlineData("")]
    public async Task A_limit_out_of_bounds_is_400(string limit)
    {
        var answer = await gateway.GetAsync($"{Path}?limit={Uri.EscapeDataString(limit)}", await CustomerAsync());

        (answer.Status, answer.Code).ShouldBe((400, "invalid-request"));
        answer.Json.GetProperty("errors").EnumerateObject().Single().Name.ShouldBe("limit");
    }

    [Fact]
    public async Task A_cursor_tells_nothing_of_what_it_is_for()
    {
        var payer = gateway.Fleet.Payer(0);
        var key = await CustomerAsync();
        var cursor = await CursorAsync(key);

        var bytes = Base64Url.DecodeFromChars(cursor);

        var text = string.Concat(bytes.Select(each => (char)each));
        text.ShouldNotContain(payer.AccountId.Value);
        text.ShouldNotContain(gateway.TenantOf(key).Value);
    }

    [Fact]
    public async Task A_walk_ends_in_a_refusal_once_the_list_is_another()
    {
        var payer = gateway.Fleet.Payer(0);
        var key = await CustomerAsync();
        var cursor = await CursorAsync(key);
        await gateway.RefreshAsync(payer, key);
        var same = await gateway.GetAsync($"{Path}?cursor={cursor}", key);
        gateway.Fleet.Aws.Members.Put(payer.AccountId.Value, new MemberAccount(
            "000000000001", "New", "n@example.com", "INVITED", DateTimeOffset.UnixEpoch));

        await gateway.RefreshAsync(payer, key);
        var changed = await gateway.GetAsync($"{Path}?cursor={cursor}", key);
        var anew = await gateway.GetAsync($"{Path}?limit=1", key);

        same.Status.ShouldBe(200, same.Text); // Reading the same again changes nothing.
        (changed.Status, changed.Code).ShouldBe((409, "list-changed"));
        Rows(anew)[0].ShouldContain("000000000001");
    }

    private static string? NextOf(HttpAnswer page)
    {
        if (!page.Headers.TryGetValues("Link", out var links))
            return null;
        var link = links.Single();
        link.ShouldEndWith(">; rel=\"next\"");
        return link[1..link.IndexOf('>', StringComparison.Ordinal)];
    }

    private static string[] Rows(HttpAnswer answer) =>
        [.. answer.Json.GetProperty("rows").EnumerateArray().Select(row => row.GetRawText())];

    private async Task<string> CursorAsync(string key) =>
        (await gateway.GetAsync($"{Path}?limit=1", key))["nextCursor"]!;

    /// <summary>One tenant for all tests: a payer account has one owner.</summary>
    private async Task<string> CustomerAsync() => gateway.Customers.FirstOrDefault()
        ?? await gateway.OnboardAsync(gateway.Fleet.Payer(0));
}
