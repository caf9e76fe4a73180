using Amazon.Organizations.Model;
using Archera.Aws.Calls;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Microsoft.Extensions.Options;

namespace Archera.Aws.Datasets.LinkedAccounts;

/// <summary>The accounts of the payer's organization, now and before, kept by the account itself.</summary>
public sealed class LinkedAccountsDataset(IOptions<LinkedAccountsOptions> options) : IRememberingDataset
{
    private const string Operation = "ListAccounts";
    private const int MaxTokenLength = 100_000;

    /// <summary>The most that Organizations gives a page.</summary>
    private const int PageSize = 20;

    public DatasetName Name { get; } = DatasetName.Parse("LinkedAccounts");

    public IReadOnlyList<string> Actions { get; } = ["organizations:ListAccounts"];

    public IDatasetProbe Probe => LinkedAccountsProbe.Instance;

    public TimeSpan Freshness => options.Value.Freshness;

    public DatasetKeeping Keeping => DatasetKeeping.WithAccount;

    public DatasetPlace Place => DatasetPlace.Payer;

    public IReadOnlyList<CostDimension> Dimensions => [];

    public IReadOnlyList<PlannedRead> Plan(DatasetPlanRequest request)
    {
        var fresh = request.Late.Count == 0 && request.Days.Values.Any(day => day.ReadAt + Freshness > request.Now);
        return fresh && !request.Everything ? [] : [new PlannedRead(Name, DatePeriod.OfDay(request.Today))];
    }

    public async Task<AwsAnswer<DatasetReading>> ReadAsync(
        PlannedRead read, IAccountConnection connection, CancellationToken cancellationToken)
    {
        var pages = new LinkedAccountPages(connection.Account.AccountId);
        var tokens = new PageTokens(connection.Account, Operation, options.Value.MaxPages, MaxTokenLength);
        string? requestId = null;
        try
        {
            do
            {
                var request = new ListAccountsRequest { MaxResults = PageSize, NextToken = tokens.Next };
                var answer = await connection.OrganizationsAsync(
                    (client, token) => client.ListAccountsAsync(request, token), Operation, cancellationToken);
                if (!answer.Succeeded)
                    return answer.Failure;
                requestId = answer.RequestId;
                if (tokens.Follow(answer.Value.NextToken, requestId) is { } endless)
                    return endless;
                pages.Add(answer.Value.Accounts);
            }
            while (tokens.Next is not null);
            return new AwsAnswer<DatasetReading> { Value = Reading(read, pages.Finish()), RequestId = requestId };
        }
        catch (UnreadableAnswerException exception)
        {
            return exception.ToFailure(connection.Account, Operation, requestId);
        }
    }

    public DatasetPartition Remember(
        DatasetPartition? kept, DateTimeOffset keptAt, DatasetPartition read, DateTimeOffset at)
    {
        var before = kept is null
            ? MembershipBook.Empty
            : MembershipCodec.Decode(kept.SchemaVersion, kept.Content, keptAt);
        var after = before.With([.. LinkedAccountCodec.Decode(read.SchemaVersion, read.Content)], at);
        return read with { SchemaVersion = MembershipCodec.SchemaVersion, Content = MembershipCodec.Encode(after) };
    }

    private static DatasetReading Reading(PlannedRead read, IReadOnlyCollection<LinkedAccount> accounts) => new(
        [new DatasetPartition(
            read.Days.Start,
            Estimated: false,
            LinkedAccountCodec.SchemaVersion,
            LinkedAccountCodec.Encode(accounts),
            accounts.Count)]);
}
