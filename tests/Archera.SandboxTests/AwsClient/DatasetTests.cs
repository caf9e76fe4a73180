using Archera.Aws.Calls;
using Archera.Aws.Costs;
using Archera.Aws.Datasets;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Sandbox.Aws.CostExplorer;
using Archera.Sandbox.Aws.Faults;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.SandboxTests.AwsClient;

/// <summary>
/// What every dataset must hold, whatever it reads: a new one is added to <see cref="Names"/> and has to pass as it is.
/// </summary>
public sealed class DatasetTests
{
    private static readonly DateOnly Today = new(2026, 3, 21);
    private static readonly DatePeriod March = new(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 11));

    private static readonly AwsWorld World = AwsWorld.Generate(new GeneratedWorldOptions
    {
        Payers = 1,
        LinkedPerPayer = 45,
        Services = 12,
        FirstDay = new DateOnly(2026, 1, 1),
    });

    private static string Payer => World.Organizations[0].PayerAccountId;

    public static TheoryData<string> Names =>
    [
        "CostByServiceAndAccount", "CostByRecordType", "CostByRegion", "CostByUsageType", "LinkedAccounts",
    ];

    public static TheoryData<string> CostNames => [.. Names.Select(name => name.Data).Where(IsCost)];

    public static TheoryData<string, FaultKind, string> EveryFault
    {
        get
        {
            var cases = new TheoryData<string, FaultKind, string>();
            foreach (var name in Names)
            {
                cases.Add(name, FaultKind.Html200, FailureReasons.NotAnAwsAnswer);
                cases.Add(name, FaultKind.Truncate, FailureReasons.NotAnAwsAnswer);
                cases.Add(name, FaultKind.Reset, FailureReasons.Unreachable);
                cases.Add(name, FaultKind.Error500, FailureReasons.AwsError);
                cases.Add(name, FaultKind.Throttle, FailureReasons.Throttled);
                cases.Add(name, FaultKind.RepeatToken, FailureReasons.EndlessPages);
                cases.Add(name, FaultKind.SlowBody, FailureReasons.Unreachable);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Two_reads_of_the_same_days_give_the_same_bytes(string name)
    {
        await using var sandbox = await StartAsync();
        await using var host = AwsClientHost.At(sandbox, payer: Payer);
        var days = DaysOf(host, name);

        var (first, second) = (await host.ReadAsync(name, days), await host.ReadAsync(name, days));

        first.Succeeded.ShouldBeTrue(first.Failure?.Detail);
        first.Value!.Partitions.Select(p => p.Day).ShouldBe(days.Days());
        first.Value.Partitions.ShouldAllBe(p => p.Rows > 0 && p.Content.Length > 0);
        second.Value!.Partitions.Select(p => Convert.ToHexString(p.Content))
            .ShouldBe(first.Value.Partitions.Select(p => Convert.ToHexString(p.Content)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Asks_leave_before_each_page(string name)
    {
        await using var sandbox = await StartAsync();
        await using var host = AwsClientHost.At(
            sandbox,
            new()
            {
                ["Aws:Calls:CostExplorerPerSecond"] = "50",
                ["Aws:Calls:CostExplorerBurst"] = "1",
                ["Aws:Calls:OrganizationsPerSecond"] = "50",
                ["Aws:Calls:OrganizationsBurst"] = "1",
            },
            Payer);

        await host.Connection.OpenAsync(TestContext.Current.CancellationToken);
        var began = TimeProvider.System.GetUtcNow();

        var reading = await host.ReadAsync(name, DaysOf(host, name));

        // Counted from the beginning: a busy machine may start one request late, and the next in time.
        reading.Succeeded.ShouldBeTrue(reading.Failure?.Detail);
        var starts = host.Attempts.All.Where(a => a.Service != "STS").Select(a => a.StartedAt - began).ToList();
        starts.Count.ShouldBeGreaterThan(2);
        starts.Index().ShouldAllBe(start => start.Item >= start.Index * TimeSpan.FromMilliseconds(20));
    }

    [Theory]
    [MemberData(nameof(EveryFault))]
    public async Task An_error_is_a_named_failure_and_never_an_empty_result(string name, FaultKind kind, string reason)
    {
        await using var sandbox = await StartAsync();
        await using var host = AwsClientHost.At(
            sandbox,
            new()
            {
                ["Aws:Calls:MaxCallTime"] = "00:00:01",
                ["Aws:Calls:BodyStall"] = "00:00:00.1",
            },
            Payer);
        await host.Connection.OpenAsync(TestContext.Current.CancellationToken);
        sandbox.Aws.Faults.Replace([new Fault(kind, 1, Milliseconds: 300)]);

        var reading = await host.ReadAsync(name, DaysOf(host, name));

        reading.Value.ShouldBeNull();
        var failure = reading.Failure.ShouldNotBeNull();
        failure.Reason.ShouldBe(reason);
        failure.Detail.ShouldContain(Payer);
        host.Attempts.All.Count.ShouldBe((int)sandbox.Aws.Calls.Rows().Sum(row => row.Sent));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Faults_in_a_third_of_the_calls_change_no_byte_and_no_attempt_is_lost_to_the_meter(string name)
    {
        await using var sandbox = await StartAsync();
        await using var host = AwsClientHost.At(
            sandbox, new() { ["Aws:Calls:BreakerMinimumRequests"] = "1000" }, Payer);
        var days = DaysOf(host, name);
        var whole = await host.ReadAsync(name, days);
        sandbox.Aws.Faults.Replace(
        [
            new Fault(FaultKind.Throttle, 0.2m),
            new Fault(FaultKind.Reset, 0.1m),
            new Fault(FaultKind.Truncate, 0.1m),
        ]);

        var reading = await host.ReadAsync(name, days);

        reading.Succeeded.ShouldBeTrue(reading.Failure?.Detail);
        reading.Value!.Partitions.Select(p => Convert.ToHexString(p.Content))
            .ShouldBe(whole.Value!.Partitions.Select(p => Convert.ToHexString(p.Content)));
        host.ProcessTotals.Calls.ShouldBe(sandbox.Aws.Calls.Rows().Sum(row => row.Sent));
        host.ProcessTotals.CostUsd.ShouldBe(sandbox.Aws.Bill.Rows().Sum(row => row.Usd));
    }

    [Fact]
    public async Task More_pages_than_a_list_may_have_end_it_by_name()
    {
        await using var sandbox = await StartAsync();
        await using var host = AwsClientHost.At(sandbox, new() { ["Aws:LinkedAccounts:MaxPages"] = "2" }, Payer);

        var reading = await host.ReadAsync("LinkedAccounts", DatePeriod.OfDay(Today));

        var failure = reading.Failure.ShouldNotBeNull();
        (failure.Reason, failure.Code).ShouldBe((FailureReasons.EndlessPages, "TooManyPages"));
        host.Attempts.All.Count(a => a.Service != "STS").ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(CostNames))]
    public async Task Days_too_many_for_one_read_are_read_in_several_and_no_page_is_paid_for_nothing(string name)
    {
        await using var sandbox = await StartAsync();
        await using var host = AwsClientHost.At(sandbox, payer: Payer);
        var whole = await host.ReadAsync(name, March);
        var pages = host.Attempts.All.Count(a => a.Service != "STS");
        await using var limited = AwsClientHost.At(sandbox, new() { ["Aws:Costs:MaxPages"] = "4" }, Payer);

        var partitions = new List<DatasetPartition>();
        var reads = 0;
        for (var rest = March; !rest.IsEmpty; rest = rest with { Start = partitions[^1].Day.AddDays(1) })
        {
            partitions.AddRange((await limited.ReadAsync(name, rest)).Value!.Partitions);
            reads++;
        }

        partitions.ShouldBe(whole.Value!.Partitions, SamePartition);
        // A read begins anew with the day that had no end in the one before: at most a day's pages twice.
        limited.Attempts.All.Count(a => a.Service != "STS").ShouldBeInRange(pages, pages + (2 * (reads - 1)));
    }

    [Fact]
    public async Task A_day_too_large_for_a_read_is_named_and_ends_it()
    {
        await using var sandbox = await StartAsync();
        await using var host = AwsClientHost.At(sandbox, new() { ["Aws:Costs:MaxRows"] = "1" }, Payer);

        var failure = (await host.ReadAsync("CostByServiceAndAccount", March)).Failure.ShouldNotBeNull();

        (failure.Reason, failure.Code, failure.CanRetry).ShouldBe((FailureReasons.TooLarge, "DayTooLarge", false));
        failure.Detail.ShouldContain("2026-03-01 alone has more than 500 pages or 1 rows");
        host.Attempts.All.Count(a => a.Service != "STS").ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(CostNames))]
    public async Task History_gives_each_day_with_the_page_that_ends_it(string name)
    {
        await using var sandbox = await StartAsync();
        await using var host = AwsClientHost.At(sandbox, payer: Payer);
        var whole = (await host.ReadAsync(name, March)).Value!;
        var (days, sizes) = (new List<DatasetPartition>(), default(PageSizes));

        await foreach (var page in host.Dataset(name).History!.ReadPagesAsync(
            new PlannedRead(host.Dataset(name).Name, March), host.Connection, TestContext.Current.CancellationToken))
        {
            days.AddRange(page.Value!.Partitions);
            sizes += page.Value.Sizes;
            page.Value.Sizes.Pages.ShouldBe(1);
        }

        days.ShouldBe(whole.Partitions, SamePartition);
        sizes.ShouldBe(whole.Sizes);
        (sizes.Days, sizes.Rows).ShouldBe((March.DayCount, days.Sum(day => day.Rows)));
        (sizes.Pages, sizes.FullPages).ShouldBe((sizes.Pages, sizes.Pages - 1));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_plan_is_the_same_for_the_same_request_and_never_reads_today(string name)
    {
        await using var sandbox = await StartAsync();
        await using var host = AwsClientHost.At(sandbox, payer: Payer);
        var dataset = host.Dataset(name);
        var request = new DatasetPlanRequest(
            new DateTimeOffset(Today, new TimeOnly(5, 0), TimeSpan.Zero),
            new DateOnly(2026, 2, 1),
            new Dictionary<DateOnly, DayCheckpoint>(),
            Everything: false);

        var plan = dataset.Plan(request);

        plan.ShouldNotBeEmpty();
        dataset.Plan(request).ShouldBe(plan);
        if (dataset.Keeping == DatasetKeeping.DailyReport)
            plan.ShouldAllBe(read => !read.Days.Contains(Today) && read.Days.DayCount <= 31);
    }

    [Theory]
    [InlineData("CostByServiceAndAccount")]
    [InlineData("CostByRecordType")]
    [InlineData("CostByRegion")]
    [InlineData("CostByUsageType")]
    public async Task Cost_equals_the_bill_to_the_last_decimal(string name)
    {
        await using var sandbox = await StartAsync();
        await using var host = AwsClientHost.At(sandbox, payer: Payer);

        var reading = await host.ReadAsync(name, March);

        reading.Succeeded.ShouldBeTrue(reading.Failure?.Detail);
        var (first, second) = (host.Dataset(name).Dimensions[0], host.Dataset(name).Dimensions[1]);
        foreach (var partition in reading.Value!.Partitions)
        {
            var truth = World.Organizations[0].Bill.Day(partition.Day)
                .GroupBy(c => (Key1: ValueOf(c, first), Key2: ValueOf(c, second)))
                .ToDictionary(g => g.Key, g => (
                    g.Sum(c => c.UnblendedCost),
                    g.Sum(c => c.AmortizedCost),
                    g.Sum(c => c.NetUnblendedCost),
                    g.Sum(c => c.NetAmortizedCost)));
            var rows = CostTableCodec.Decode(partition.SchemaVersion, partition.Content);
            rows.Count.ShouldBe(truth.Count);
            foreach (var row in rows)
            {
                (row.UnblendedCost, row.AmortizedCost, row.NetUnblendedCost, row.NetAmortizedCost)
                    .ShouldBe(truth[(row.Key1, row.Key2)], $"{partition.Day} {row.Key1} {row.Key2}");
            }
        }
    }

    private static string ValueOf(Charge charge, CostDimension dimension) => dimension switch
    {
        CostDimension.Service => charge.Service,
        CostDimension.LinkedAccount => charge.LinkedAccount,
        CostDimension.RecordType => charge.RecordType,
        CostDimension.Region => charge.Region,
        CostDimension.UsageType => charge.UsageType,
        _ => throw new ArgumentOutOfRangeException(nameof(dimension)),
    };

    private static bool IsCost(string name) => name != "LinkedAccounts";

    private static readonly EqualityComparer<DatasetPartition> SamePartition =
        EqualityComparer<DatasetPartition>.Create(
            (left, right) => left! with { Content = [] } == right! with { Content = [] }
                && left.Content.AsSpan().SequenceEqual(right.Content),
            partition => partition.Day.GetHashCode());

    private static DatePeriod DaysOf(AwsClientHost host, string name) =>
        host.Dataset(name).Keeping == DatasetKeeping.WithAccount ? DatePeriod.OfDay(Today) : March;

    private static async Task<Sandbox> StartAsync()
    {
        var sandbox = await Sandbox.StartAsync(options => options with
        {
            World = World,
            Today = Today,
            EnforceQuotas = false,
            CostExplorer = new CostExplorerOptions { GroupsPerPage = 300 },
        });
        sandbox.PutRole($"arn:aws:iam::{Payer}:role/Archera");
        return sandbox;
    }
}
