using Archera.Silo.Start;
using Azure;
using Azure.Identity;

namespace Archera.Silo.Clustering;

/// <summary>
/// Asks each service of the storage account for what the silo will need, before Orleans starts on it.
/// </summary>
public static class StorageAccountCheck
{
    /// <exception cref="StartRefusedException">Names the first service that does not answer, or refuses.</exception>
    public static async Task RequireAsync(
        StorageAccount account,
        StateOptions state,
        UsageQueueOptions queues,
        string keyContainer,
        CancellationToken cancellationToken)
    {
        await RequireAsync("tables", account.Tables.Uri, async () =>
        {
            await account.Tables.CreateTableIfNotExistsAsync(state.MembershipTable, cancellationToken);
            await account.Tables.CreateTableIfNotExistsAsync(state.ReminderTable, cancellationToken);
        });
        await RequireAsync("blobs", account.Blobs.Uri, async () =>
        {
            await account.Blobs.GetBlobContainerClient(state.StateContainer)
                .CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await account.Blobs.GetBlobContainerClient(keyContainer)
                .CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        });
        await RequireAsync("queues", account.Queues.Uri, () => Task.WhenAll(queues.Names.Select(name =>
            account.Queues.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken))));
    }

    private static async Task RequireAsync(string service, Uri address, Func<Task> ask)
    {
        try
        {
            await ask();
        }
        catch (RequestFailedException refused) when (refused.Status != 0)
        {
            throw new StartRefusedException(
                $"The {service} of the storage account at {Where(address)} refuse this silo ({refused.Status} "
                + $"{refused.ErrorCode}). Give it the right to create and write them, or correct "
                + "ConnectionStrings:storage.",
                refused);
        }
        catch (Exception unreachable) when (unreachable is RequestFailedException or AggregateException
            or OperationCanceledException or AuthenticationFailedException)
        {
            throw new StartRefusedException(
                $"The {service} of the storage account at {Where(address)} do not answer. Start it, or correct "
                + "ConnectionStrings:storage.",
                unreachable);
        }
    }

    // The address alone: a query may carry a signature.
    private static string Where(Uri address) => address.GetLeftPart(UriPartial.Path);
}
