using System.Text.Json;
using Amazon.Organizations.Model;
using Amazon.Runtime.Internal.Util;
using Archera.AwsSdk.JsonProtocol;
using static Archera.AwsSdk.JsonProtocol.JsonReading;

namespace Amazon.Organizations.Internal;

internal static class DescribeOrganization
{
    public static JsonOperation<DescribeOrganizationRequest, DescribeOrganizationResponse> Operation { get; } =
        new(OrganizationsService.Json, nameof(DescribeOrganization), Write, Read);

    private static void Write(Utf8JsonWriter writer, DescribeOrganizationRequest request)
    {
    }

    private static DescribeOrganizationResponse Read(ref StreamingUtf8JsonReader reader)
    {
        var response = new DescribeOrganizationResponse();
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals(nameof(response.Organization)))
                response.Organization = Organization(ref reader);
            else
                Skip(ref reader);
        }
        return response;
    }

    private static Organization Organization(ref StreamingUtf8JsonReader reader)
    {
        if (!IsObject(ref reader))
            return null;
        var organization = new Organization();
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals(nameof(organization.Id)))
                organization.Id = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(organization.Arn)))
                organization.Arn = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(organization.FeatureSet)))
                organization.FeatureSet = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(organization.MasterAccountArn)))
                organization.MasterAccountArn = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(organization.MasterAccountEmail)))
                organization.MasterAccountEmail = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(organization.MasterAccountId)))
                organization.MasterAccountId = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(organization.AvailablePolicyTypes)))
                organization.AvailablePolicyTypes = List(ref reader, PolicyType);
            else
                Skip(ref reader);
        }
        return organization;
    }

    private static PolicyTypeSummary PolicyType(ref StreamingUtf8JsonReader reader)
    {
        var summary = new PolicyTypeSummary();
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals(nameof(summary.Type)))
                summary.Type = Text(ref reader);
            else if (reader.ValueTextEquals(nameof(summary.Status)))
                summary.Status = Text(ref reader);
            else
                Skip(ref reader);
        }
        return summary;
    }
}
