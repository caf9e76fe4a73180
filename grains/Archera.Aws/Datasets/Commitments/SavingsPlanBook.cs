using System.Collections.Immutable;
using Amazon.CostExplorer.Model;
using Amazon.SavingsPlans.Model;
using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Commitments;
using Archera.Contracts.Identity;

namespace Archera.Aws.Datasets.Commitments;

/// <summary>
/// The Savings Plans that are known: those with utilization, of every account, from Cost Explorer; and the payer's own
/// in whatever state, from Savings Plans.
/// </summary>
internal sealed class SavingsPlanBook(PayerAccountKey account)
{
    private const string Operation = "DescribeSavingsPlans";
    private const string TypeSuffix = "SavingsPlans";
    private const int MaxTokenLength = 1_024;
    private const int PageSize = 1_000;

    private readonly Dictionary<string, CommitmentItem> _plans = new(StringComparer.Ordinal);

    public IReadOnlyCollection<CommitmentItem> All => _plans.Values;

    public ImmutableArray<CommitmentItem> On(DateOnly day) =>
        [.. _plans.Values.Where(plan => plan.IsOn(day) || plan.IsWaiting)];

    public void Add(SavingsPlansUtilizationDetail detail)
    {
        var arn = Text(detail.SavingsPlanArn, "a Savings Plan without its ARN");
        var attributes = detail.Attributes ?? [];
        var type = Attribute("SavingsPlansType");
        var plan = new CommitmentItem(
            CommitmentKind.SavingsPlans,
            arn,
            AwsFigure.Account(Attribute("AccountId"), $"the account of {arn}"),
            "",
            type.EndsWith(TypeSuffix, StringComparison.Ordinal) ? type[..^TypeSuffix.Length] : type,
            Attribute("Region"),
            Attribute("Status").ToLowerInvariant(),
            Attribute("PaymentOption"),
            AwsFigure.Instant(Attribute("StartDateTime"), $"the start of {arn}"),
            AwsFigure.Instant(Attribute("EndDateTime"), $"the end of {arn}"),
            AwsFigure.Optional(Attribute("HourlyCommitment"), arn),
            null,
            AwsFigure.Optional(Attribute("UpfrontFee"), arn),
            AwsFigure.Optional(Attribute("RecurringHourlyFee"), arn),
            AwsFigure.CurrencyOf(account));
        if (!_plans.TryAdd(arn, plan))
            throw new UnreadableAnswerException($"{arn} came twice");

        string Attribute(string name) => attributes.GetValueOrDefault(name, "");
    }

    public async Task<AwsFailure?> ReadOwnAsync(
        int maxPages, IAccountConnection connection, CancellationToken cancellationToken)
    {
        var tokens = new PageTokens(account, Operation, maxPages, MaxTokenLength);
        string? requestId = null;
        try
        {
            do
            {
                var request = new DescribeSavingsPlansRequest { MaxResults = PageSize, NextToken = tokens.Next };
                var answer = await connection.SavingsPlansAsync(
                    (client, token) => client.DescribeSavingsPlansAsync(request, token), Operation, cancellationToken);
                if (!answer.Succeeded)
                    return answer.Failure;
                requestId = answer.RequestId;
                if (tokens.Follow(answer.Value.NextToken, requestId) is { } endless)
                    return endless;
                (answer.Value.SavingsPlans ?? []).ForEach(AddOwn);
            }
            while (tokens.Next is not null);
            return null;
        }
        catch (UnreadableAnswerException exception)
        {
            return exception.ToFailure(account, Operation, requestId);
        }
    }

    /// <summary>Of a plan that Cost Explorer knows, too, only the state is news.</summary>
    private void AddOwn(SavingsPlan plan)
    {
        var arn = Text(plan.SavingsPlanArn, "a Savings Plan without its ARN");
        var state = Text(plan.State?.Value, $"{arn} without a state");
        _plans[arn] = _plans.TryGetValue(arn, out var known) ? known with { State = state } : new CommitmentItem(
            CommitmentKind.SavingsPlans,
            arn,
            account.AccountId,
            "",
            plan.SavingsPlanType?.Value ?? "",
            plan.Region ?? "",
            state,
            plan.PaymentOption?.Value ?? "",
            AwsFigure.Instant(plan.Start, $"the start of {arn}"),
            AwsFigure.Instant(plan.End, $"the end of {arn}"),
            AwsFigure.Optional(plan.Commitment, arn),
            null,
            AwsFigure.Optional(plan.UpfrontPaymentAmount, arn),
            AwsFigure.Optional(plan.RecurringPaymentAmount, arn),
            plan.Currency?.Value ?? AwsFigure.CurrencyOf(account));
    }

    private static string Text(string? text, string what) =>
        string.IsNullOrEmpty(text) ? throw new UnreadableAnswerException($"there is {what}") : text;
}
