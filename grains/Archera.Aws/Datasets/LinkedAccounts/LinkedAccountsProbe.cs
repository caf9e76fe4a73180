using Amazon.Organizations.Model;
using Archera.Aws.Calls;
using Archera.Aws.Sessions;

namespace Archera.Aws.Datasets.LinkedAccounts;

/// <summary>A page of one account, free at AWS.</summary>
internal sealed class LinkedAccountsProbe : IDatasetProbe
{
    public static readonly LinkedAccountsProbe Instance = new();

    private const string Operation = "ListAccounts";

    public string Request => $"{Operation} for one account";

    public decimal PriceUsd => AwsApi.Organizations.PriceUsd;

    public async Task<AwsAnswer<ProbeAnswer>> AskAsync(
        DateOnly today, IAccountConnection connection, CancellationToken cancellationToken)
    {
        var answer = await connection.OrganizationsAsync(
            (client, token) => client.ListAccountsAsync(new ListAccountsRequest { MaxResults = 1 }, token),
            Operation,
            cancellationToken);
        return answer.Succeeded
            ? new AwsAnswer<ProbeAnswer> { Value = new ProbeAnswer(), RequestId = answer.RequestId }
            : answer.Failure;
    }
}
