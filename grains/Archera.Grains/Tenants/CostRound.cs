using System.Collections.Immutable;
using Archera.Contracts;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Tenants;
using Archera.Grains.Reports;

namespace Archera.Grains.Tenants;

/// <summary>A question about costs.</summary>
public sealed class CostRound(
    CostQuestion question, TenantProfile tenant, AccountInquiry inquiry, ReportOptions options, TimeProvider time)
    : AccountRound(question, tenant, inquiry, options, time)
{
    private readonly CostMerge _merge = new(question.Query.GroupBy);

    protected override bool IsRefused => _merge.Refusal is not null;

    public async Task<Answer<CostReport>> AskAsync(CancellationToken cancellationToken)
    {
        var answers = await AskAccountsAsync(cancellationToken);
        var caveats = answers.Where(answer => answer.ExpectedDays().Any())
            .SelectMany(answer => CaveatRule.Of(Question.Query, answer.Account, answer.Mode));
        return _merge.ToReport(CompletenessMerge.Merge(answers, Question.Dataset, Question.IsAsOf), [.. caveats]);
    }

    protected override Task<AccountAnswer> AskPayerAsync(
        PayerAccountKey account,
        ReadStatus status,
        ImmutableArray<AwsAccountId> watched,
        bool isCounted,
        CancellationToken waiting) => Inquiry.ReportsAsync(
        account,
        status,
        [],
        days => isCounted ? Question.ToReport(days, watched) : Question.ToCoverage(days, watched),
        waiting);

    protected override async Task<AccountAnswer> AskAloneAsync(
        PayerAccountKey account, ReadStatus status, IReadOnlyList<AccountAnswer> payers, CancellationToken waiting)
    {
        var coverage = new PayerCoverage(payers);
        var answer = await Inquiry.ReportsAsync(
            account, status, coverage.DaysOf(account), days => Question.ToOwn(days, account.AccountId), waiting);
        return Question.IsAsOf
            ? answer // What stood in then is what stood then.
            : answer with { Doubts = coverage.AwaitedBy(account, status.ManagementAccount, answer.Expected) };
    }

    protected override AccountAnswer Mark(AccountAnswer payer, IReadOnlyList<AccountAnswer> payers) =>
        new PayerCoverage(payers).Mark(payer);

    protected override void Count(AccountAnswer answer) => _merge.Add(answer);
}
