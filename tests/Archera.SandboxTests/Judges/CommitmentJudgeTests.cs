using System.Globalization;
using System.Text.Json;
using Archera.Sandbox.Aws.Faults;
using Archera.Sandbox.Aws.Truth;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.SandboxTests.Judges;

/// <summary>AWS's own SDK for Python reads commitments over the wire, and its model has every member.</summary>
public sealed class CommitmentJudgeTests : IAsyncLifetime
{
    private const string Read = """
        from decimal import Decimal
        asked = json.load(sys.stdin)
        window = {"Start": asked["start"], "End": asked["end"]}
        ce, plans = client("ce"), client("savingsplans")
        daily = {"TimePeriod": window, "Granularity": "DAILY"}
        told = {"utilization": {}, "covered": {}, "hours": {}, "plans": []}
        for row in ce.get_savings_plans_utilization(**daily)["SavingsPlansUtilizationsByTime"]:
            told["utilization"][row["TimePeriod"]["Start"]] = row["Utilization"]["UnusedCommitment"]
        token = {}
        while token is not None:
            page = ce.get_savings_plans_coverage(**daily, **token)
            for row in page["SavingsPlansCoverages"]:
                told["covered"][row["TimePeriod"]["Start"]] = row["Coverage"]["SpendCoveredBySavingsPlans"]
            token = {"NextToken": page["NextToken"]} if "NextToken" in page else None
        for row in ce.get_reservation_utilization(**daily)["UtilizationsByTime"]:
            told["hours"][row["TimePeriod"]["Start"]] = row["Total"]["TotalActualHours"]
        token = {}
        while token is not None:
            page = plans.describe_savings_plans(maxResults=1, **token)
            told["plans"] += [plan["savingsPlanId"] for plan in page["savingsPlans"]]
            token = {"nextToken": page["nextToken"]} if "nextToken" in page else None
        print(json.dumps(told))
        """;

    private const string Walk = """
        import botocore.session
        session = botocore.session.get_session()
        def walk(shape, value, path):
            if shape.type_name == "structure":
                for name in getattr(shape, "required_members", []):
                    if name not in value:
                        print(path, name, "is required")
                for name, inner in value.items():
                    if name not in shape.members:
                        print(path, name, "is not in the model")
                    else:
                        walk(shape.members[name], inner, path + "." + name)
            elif shape.type_name == "list":
                for inner in value:
                    walk(shape.member, inner, path + "[]")
            elif shape.type_name == "map":
                for inner in value.values():
                    walk(shape.value, inner, path + "{}")
            elif shape.type_name == "string":
                if not isinstance(value, str):
                    print(path, "is no string")
                elif getattr(shape, "enum", []) and value not in shape.enum:
                    print(path, value, "is no value of the model")
            elif shape.type_name == "boolean" and not isinstance(value, bool):
                print(path, "is no boolean")
            elif shape.type_name in ("long", "integer") and not isinstance(value, int):
                print(path, "is no number")
        for name, body in json.load(sys.stdin).items():
            service, operation = name.split(":")
            walk(session.get_service_model(service).operation_model(operation).output_shape, json.loads(body), name)
            print(name, len(body) > 100)
        """;

    private const string Compute = "Amazon Elastic Compute Cloud - Compute";

    private static readonly AwsWorld World = AwsWorld.Generate(
        new GeneratedWorldOptions { Payers = 6, LinkedPerPayer = 6, Seed = 4, FirstDay = new(2024, 1, 1) });

    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly DateOnly Start = new(2026, 10, 1);

    private static readonly Organization Holder = World.Organizations.First(each =>
        each.Bill.Commitments(Today).Any(one =>
            one.Purchase.IsSavingsPlan && one.Purchase.Owner == each.PayerAccountId)
        && each.Bill.Commitments(Today).Any(one =>
            !one.Purchase.IsSavingsPlan && one.Purchase.Service == Compute));

    private Sandbox _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox =
        await Sandbox.StartAsync(options => options with { World = World, Today = Today, EnforceQuotas = false });

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task Boto3_reads_the_truth_over_AWSs_wire()
    {
        var output = await Boto3.RunAsync(_sandbox, Keys, Read, JsonSerializer.Serialize(
            new { start = Text(Start), end = Text(Today) }));

        var told = JsonSerializer.Deserialize<JsonElement>(output);
        var truth = CommitmentTruth.Rows(World, Holder.PayerAccountId, Start, Today).ToList();
        var plans = truth.Where(row => row.Kind == CommitmentTruth.SavingsPlans).ToList();
        Figures(told, "utilization").ShouldBe(plans.ToDictionary(row => Text(row.Day), Of("unusedCommitment")));
        Figures(told, "covered").ShouldBe(plans.ToDictionary(row => Text(row.Day), Of("coveredCost")));
        Figures(told, "hours").ShouldBe(truth
            .Where(row => row.Service == Compute)
            .ToDictionary(row => Text(row.Day), Of("usedHours")));
        told.GetProperty("plans").EnumerateArray().Select(each => each.GetString()).ShouldBe(
            Holder.Bill.Purchases(Today.AddDays(-365), Today.AddDays(1))
                .Where(each => each.IsSavingsPlan && each.Owner == Holder.PayerAccountId).Select(each => each.Id),
            ignoreOrder: true);
    }

    [Fact]
    public async Task Botocores_model_has_every_member_of_every_answer()
    {
        var window = $$"""{"TimePeriod":{"Start":"{{Text(Start)}}","End":"{{Text(Today)}}"}""";
        const string Advice = """
            "TermInYears":"ONE_YEAR","PaymentOption":"PARTIAL_UPFRONT","LookbackPeriodInDays":"THIRTY_DAYS"}
            """;
        (string Operation, string Body)[] calls =
        [
            ("GetSavingsPlansCoverage", window + "}"),
            ("GetSavingsPlansUtilization", window + ""","Granularity":"MONTHLY"}"""),
            ("GetSavingsPlansUtilizationDetails", window + "}"),
            ("GetReservationCoverage", window + ""","Metrics":["Hour","Unit","Cost"]}"""),
            ("GetReservationUtilization",
                window + ""","GroupBy":[{"Type":"DIMENSION","Key":"SUBSCRIPTION_ID"}]}"""),
            ("GetSavingsPlansPurchaseRecommendation", """{"SavingsPlansType":"COMPUTE_SP",""" + Advice),
            ("GetReservationPurchaseRecommendation",
                """{"Service":"Amazon Elastic Compute Cloud - Compute",""" + Advice),
        ];
        var answers = new Dictionary<string, string>();
        foreach (var (operation, body) in calls)
        {
            var answer = await _sandbox.CallAsync(Keys, $"AWSInsightsIndexService.{operation}", body);
            answer.Status.ShouldBe(200, answer.Body);
            answers[$"ce:{operation}"] = answer.Body;
        }

        answers["savingsplans:DescribeSavingsPlans"] = (await DescribeAsync("{}")).Body;
        var found = await Boto3.RunAsync(_sandbox, Keys, Walk, JsonSerializer.Serialize(answers));

        found.ReplaceLineEndings("\n").ShouldBe(string.Concat(answers.Keys.Select(name => $"{name} True\n")));
    }

    [Fact]
    public async Task Savings_plans_are_refused_in_the_way_of_REST()
    {
        var wrong = await DescribeAsync("""{"states":["sold"]}""");
        var token = await DescribeAsync("""{"nextToken":"bm9uc2Vuc2U="}""");
        var active = await DescribeAsync("""{"states":["active"]}""");

        (wrong.Status, wrong.ErrorCode).ShouldBe((400, "ValidationException"));
        (token.Status, token.ErrorCode).ShouldBe((400, "ValidationException"));
        active.Json.GetProperty("savingsPlans").EnumerateArray()
            .ShouldAllBe(plan => plan.GetProperty("state").GetString() == "active");
    }

    [Fact]
    public async Task Cost_Explorer_that_prepares_its_data_says_so_whatever_it_is_asked()
    {
        _sandbox.Aws.Faults.Replace([new Fault(FaultKind.DataUnavailable, 1, "ce")]);

        var refused = await _sandbox.CallAsync(
            Keys, "AWSInsightsIndexService.GetSavingsPlansCoverage",
            $$$"""{"TimePeriod":{"Start":"{{{Text(Start)}}}","End":"{{{Text(Today)}}}"}}""");

        (refused.Status, refused.ErrorCode).ShouldBe((400, "DataUnavailableException"));
        _sandbox.Aws.Bill.Rows().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_control_surface_tells_the_same_truth()
    {
        var answer = await _sandbox.ControlAsync(
            HttpMethod.Get, $"truth/commitments?payer={Holder.PayerAccountId}&start={Text(Start)}&end=2027-01-01");
        var wrong = await _sandbox.ControlAsync(HttpMethod.Get, "truth/commitments?payer=1&start=x&end=y&z=1");

        var rows = answer.Json.GetProperty("rows").EnumerateArray().ToList();
        rows.Count.ShouldBe(CommitmentTruth.Rows(World, Holder.PayerAccountId, Start, Today).Count());
        answer.Json.GetProperty("inventory").GetArrayLength().ShouldBeGreaterThan(1);
        wrong.Status.ShouldBe(400);
        wrong.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name)
            .ShouldBe(["payer", "start", "end", "z"], ignoreOrder: true);
    }

    private SigningKeys Keys => SigningKeys.Of(_sandbox.Aws.Users.Administrator(Holder.PayerAccountId));

    private Task<RawAnswer> DescribeAsync(string body) => _sandbox.SendAsync(
        new SignedRequest(Keys, "savingsplans", body)
        {
            Path = "/DescribeSavingsPlans",
            Headers = { ["content-type"] = "application/json" },
        });

    private static Func<CommitmentTruthRow, decimal> Of(string figure) => row => row.Figures[figure];

    private static Dictionary<string, decimal> Figures(JsonElement told, string name) => told.GetProperty(name)
        .EnumerateObject().ToDictionary(
            figure => figure.Name,
            figure => decimal.Parse(figure.Value.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
