using System.Text.Json;
using Amazon.SavingsPlans.Model;
using Archera.AwsSdk.JsonProtocol;

namespace Amazon.SavingsPlans.Internal;

internal static class RequestShapes
{
    public static void SavingsPlanFilter(Utf8JsonWriter writer, SavingsPlanFilter filter)
    {
        writer.Member("name", filter.Name);
        writer.Member("values", filter.Values);
    }
}
