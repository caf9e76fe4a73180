using System.Text.Json;
using Amazon.Organizations.Model;
using Amazon.Runtime.Internal.Util;
using Archera.AwsSdk.JsonProtocol;
using static Archera.AwsSdk.JsonProtocol.JsonReading;

namespace Amazon.Organizations.Internal;

internal static class ListAccounts
{
    public static JsonOperation<ListAccountsRequest, ListAccountsResponse> Operation { get; } =
        new(OrganizationsService.Json, nameof(ListAccounts), Write, Read);

    private static void Write(Utf8JsonWriter writer, ListAccountsRequest request)
    {
        writer.Member(nameof(request.MaxResults), request.MaxResults);
        writer.Member(nameof(request.NextToken), request.NextToken);
    }

    private static ListAccountsResponse Read(ref StreamingUtf8JsonReader reader)
    {
        var response = new ListAccountsResponse();
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals(nameof(response.Accounts)))
                response.Accounts = List(ref reader, Account);
            else if (reader.ValueTextEquals(nameof(response.NextToken)))
                response.NextToken = Text(ref reader);
            else
                Skip(ref reader);
        }
        return response;
    }

    private static Account Account(ref StreamingUtf8JsonReader reader)
    {
        var account = new Account();
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals(nameof(account.Id)))
                account.Id = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(account.Arn)))
                account.Arn = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(account.Email)))
                account.Email = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(account.Name)))
                account.Name = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(account.State)))
                account.State = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(account.Status)))
                account.Status = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(account.JoinedMethod)))
                account.JoinedMethod = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(account.JoinedTimestamp)))
                account.JoinedTimestamp = Timestamp(ref reader);
            else if (reader.ValueTextEquals(nameof(account.Paths)))
                account.Paths = Strings(ref reader);
            else
                Skip(ref reader);
        }
        return account;
    }
}
