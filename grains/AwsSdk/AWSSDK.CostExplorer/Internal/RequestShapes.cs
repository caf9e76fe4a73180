using System.Text.Json;
using Amazon.CostExplorer.Model;
using Archera.AwsSdk.JsonProtocol;

namespace Amazon.CostExplorer.Internal;

internal static class RequestShapes
{
    public static void DateInterval(Utf8JsonWriter writer, DateInterval interval)
    {
        writer.Member(nameof(interval.End), interval.End);
        writer.Member(nameof(interval.Start), interval.Start);
    }

    public static void GroupDefinition(Utf8JsonWriter writer, GroupDefinition definition)
    {
        writer.Member(nameof(definition.Key), definition.Key);
        writer.Member(nameof(definition.Type), definition.Type);
    }

    public static void SortDefinition(Utf8JsonWriter writer, SortDefinition sort)
    {
        writer.Member(nameof(sort.Key), sort.Key);
        writer.Member(nameof(sort.SortOrder), sort.SortOrder);
    }

    public static void Expression(Utf8JsonWriter writer, Expression expression)
    {
        writer.Member(nameof(expression.And), expression.And, Expression);
        writer.Member(nameof(expression.CostCategories), expression.CostCategories, CostCategories);
        writer.Member(nameof(expression.Dimensions), expression.Dimensions, Dimensions);
        writer.Member(nameof(expression.Not), expression.Not, Expression);
        writer.Member(nameof(expression.Or), expression.Or, Expression);
        writer.Member(nameof(expression.Tags), expression.Tags, Tags);
    }

    public static void ServiceSpecification(Utf8JsonWriter writer, ServiceSpecification specification) => writer.Member(
        nameof(specification.EC2Specification), specification.EC2Specification, EC2Specification);

    private static void EC2Specification(Utf8JsonWriter writer, EC2Specification specification) =>
        writer.Member(nameof(specification.OfferingClass), specification.OfferingClass);

    private static void Dimensions(Utf8JsonWriter writer, DimensionValues filter)
    {
        writer.Member(nameof(filter.Key), filter.Key);
        writer.Member(nameof(filter.MatchOptions), filter.MatchOptions);
        writer.Member(nameof(filter.Values), filter.Values);
    }

    private static void Tags(Utf8JsonWriter writer, TagValues filter)
    {
        writer.Member(nameof(filter.Key), filter.Key);
        writer.Member(nameof(filter.MatchOptions), filter.MatchOptions);
        writer.Member(nameof(filter.Values), filter.Values);
    }

    private static void CostCategories(Utf8JsonWriter writer, CostCategoryValues filter)
    {
        writer.Member(nameof(filter.Key), filter.Key);
        writer.Member(nameof(filter.MatchOptions), filter.MatchOptions);
        writer.Member(nameof(filter.Values), filter.Values);
    }
}
