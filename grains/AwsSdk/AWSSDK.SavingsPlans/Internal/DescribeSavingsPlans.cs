using System.Text.Json;
using Amazon.SavingsPlans.Model;
using Archera.AwsSdk.JsonProtocol;
using static Amazon.SavingsPlans.Internal.SavingsPlanReaders;

namespace Amazon.SavingsPlans.Internal;

internal static class DescribeSavingsPlans
{
    private static readonly ObjectReader<DescribeSavingsPlansResponse> Response =
        new ObjectReader<DescribeSavingsPlansResponse>()
        .Text("nextToken", (item, value) => item.NextToken = value)
        .With("savingsPlans", SavingsPlanReader.List, (item, value) => item.SavingsPlans = value);

    public static JsonOperation<DescribeSavingsPlansRequest, DescribeSavingsPlansResponse> Operation { get; } =
        new(SavingsPlansService.Json, nameof(DescribeSavingsPlans), Write, Response.Here);

    private static void Write(Utf8JsonWriter writer, DescribeSavingsPlansRequest request)
    {
        writer.Member("filters", request.Filters, RequestShapes.SavingsPlanFilter);
        writer.Member("maxResults", request.MaxResults);
        writer.Member("nextToken", request.NextToken);
        writer.Member("savingsPlanArns", request.SavingsPlanArns);
        writer.Member("savingsPlanIds", request.SavingsPlanIds);
        writer.Member("states", request.States);
    }
}
