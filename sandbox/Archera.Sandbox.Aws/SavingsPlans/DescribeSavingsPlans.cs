using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.CostExplorer;
using Archera.Sandbox.Aws.CostExplorer.Commitments;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.SavingsPlans;

/// <summary>
/// The Savings Plans that the account itself bought, page by page: a payer does not see its members' here.
/// </summary>
internal sealed class DescribeSavingsPlans(AwsWorld world, PageTokens tokens) : IRestOperation
{
    private const int MostResults = 1_000;

    /// <summary>AWS goes on to list a plan for years; here for one after its end.</summary>
    private const int ListedDays = 365;

    private static readonly string[] Members =
        ["savingsPlanArns", "savingsPlanIds", "states", "filters", "maxResults"];

    public string Service => "savingsplans";

    public string Name => "DescribeSavingsPlans";

    public JsonAnswer Handle(JsonCall call)
    {
        try
        {
            return JsonAnswer.Ok(JsonSerializer.SerializeToUtf8Bytes(Answer(call)));
        }
        catch (CostExplorerRefusal refusal)
        {
            return refusal.Answer() is { ErrorCode: "ValidationException" } invalid
                ? invalid
                : CostExplorerRefusal.Validation(refusal.Message).Answer();
        }
    }

    private JsonObject Answer(JsonCall call)
    {
        var size = call.Input.WholeNumber("maxResults") ?? MostResults;
        if (size is < 1 or > MostResults)
            throw CostExplorerRefusal.Validation($"maxResults must be between 1 and {MostResults}.");
        var query = SavingsPlanQuery.Read(call.Input);
        var fingerprint = PageTokens.Fingerprint(Name, call.AccountId, call.Input, Members);
        var sent = call.Input.Text("nextToken");
        var after = sent is null ? null : tokens.Open(sent, fingerprint).After?.First;
        var plans = Owned(call)
            .Where(plan => query.Keeps(plan, call.Today))
            .OrderBy(plan => plan.Id, StringComparer.Ordinal)
            .Where(plan => after is null || string.CompareOrdinal(plan.Id, after) > 0)
            .ToList();
        var answer = new JsonObject
        {
            ["savingsPlans"] = new JsonArray([.. plans.Take(size).Select(plan => Json(plan, call.Today))]),
        };
        var token = plans.Count > size ? tokens.Issue(fingerprint, new PagePosition(default, (plans[size - 1].Id, "")))
            : null;
        if (call.RepeatToken)
            token = sent ?? tokens.Issue(fingerprint, new PagePosition(default, null));
        if (token is not null)
            answer["nextToken"] = token;
        return answer;
    }

    private IEnumerable<CommitmentPurchase> Owned(JsonCall call) => world.Find(call.AccountId) is { } organization
        ? organization.Bill.Purchases(call.Today.AddDays(-ListedDays), call.Today.AddDays(1))
            .Where(bought => bought.IsSavingsPlan && bought.Owner == call.AccountId)
        : [];

    private static JsonObject Json(CommitmentPurchase plan, DateOnly today)
    {
        var kind = SavingsPlanKind.Of(plan.Service);
        return new JsonObject
        {
            ["offeringId"] = Recommended.Id("offering", plan.Service, plan.PaymentOption),
            ["savingsPlanId"] = plan.Id,
            ["savingsPlanArn"] = plan.PlanArn,
            ["description"] = $"1 year {plan.PaymentOption} {kind.PlanType} Savings Plan",
            ["start"] = Instant(plan.Start, 0),
            ["end"] = Instant(plan.End, -1),
            ["state"] = SavingsPlanQuery.StateOf(plan, today),
            ["savingsPlanType"] = kind.PlanType,
            ["paymentOption"] = plan.PaymentOption,
            ["productTypes"] = new JsonArray([.. kind.Products.Select(product => JsonValue.Create(product))]),
            ["currency"] = "USD",
            ["commitment"] = (plan.PerDay / 24).ToString("0.00000000", CultureInfo.InvariantCulture),
            ["upfrontPaymentAmount"] = plan.Upfront.ToString("0.00######", CultureInfo.InvariantCulture),
            ["recurringPaymentAmount"] =
                (plan.Recurring / plan.Days / 24).ToString("0.00000000", CultureInfo.InvariantCulture),
            ["termDurationInSeconds"] = plan.Days * 86_400L,
            ["tags"] = new JsonObject(),
        };
    }

    private static string Instant(DateOnly day, int seconds) => day.ToDateTime(TimeOnly.MinValue).AddSeconds(seconds)
        .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
