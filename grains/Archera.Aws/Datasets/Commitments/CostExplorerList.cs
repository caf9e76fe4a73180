using Amazon.CostExplorer;
using Amazon.Runtime;
using Archera.Aws.Calls;
using Archera.Aws.Sessions;

namespace Archera.Aws.Datasets.Commitments;

/// <summary>
/// Follows the pages of one Cost Explorer list. That there are no data is not an error here, nor an empty list: the
/// reader finds out what it means.
/// </summary>
internal sealed class CostExplorerList(IAccountConnection connection, int maxPages)
{
    private const int MaxTokenLength = 8_192;

    /// <param name="call">Asks for the page that the token leads to; null: the first.</param>
    /// <param name="next">The token of the page after.</param>
    /// <param name="add">Takes a page; may throw <see cref="UnreadableAnswerException"/>.</param>
    public async Task<ListEnd> ReadAsync<TPage>(
        string operation,
        Func<IAmazonCostExplorer, string?, CancellationToken, Task<TPage>> call,
        Func<TPage, string?> next,
        Action<TPage> add,
        CancellationToken cancellationToken)
        where TPage : AmazonWebServiceResponse
    {
        var tokens = new PageTokens(connection.Account, operation, maxPages, MaxTokenLength);
        string? requestId = null;
        try
        {
            do
            {
                var answer = await connection.CostExplorerAsync(
                    (client, token) => call(client, tokens.Next, token), operation, cancellationToken);
                if (answer.Failure is { Reason: FailureReasons.DataUnavailable } unavailable && tokens.Next is null)
                    return new ListEnd(unavailable, HasData: false);
                if (!answer.Succeeded)
                    return new ListEnd(answer.Failure, HasData: true);
                requestId = answer.RequestId;
                if (tokens.Follow(next(answer.Value), requestId) is { } endless)
                    return new ListEnd(endless, HasData: true);
                add(answer.Value);
            }
            while (tokens.Next is not null);
            return new ListEnd(null, HasData: true);
        }
        catch (UnreadableAnswerException exception)
        {
            return new ListEnd(exception.ToFailure(connection.Account, operation, requestId), HasData: true);
        }
    }
}
