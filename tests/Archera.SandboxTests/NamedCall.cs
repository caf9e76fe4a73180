namespace Archera.SandboxTests;

/// <summary>
/// A signed call of an IAM action by its name, in the shape that its service takes. Written from AWS's references, not
/// from the lists of the simulated AWS, so that server and test do not share a mistake. The input is empty: whoever may
/// not is refused before AWS looks at it.
/// </summary>
internal static class NamedCall
{
    private static readonly Dictionary<string, string> Versions = new(StringComparer.Ordinal)
    {
        ["ec2"] = "2016-11-15",
        ["cloudwatch"] = "2010-08-01",
        ["elasticache"] = "2015-02-02",
        ["iam"] = "2010-05-08",
        ["rds"] = "2014-10-31",
        ["redshift"] = "2012-12-01",
        ["sts"] = "2011-06-15",
    };

    private static readonly Dictionary<string, string> Targets = new(StringComparer.Ordinal)
    {
        ["budgets"] = "AWSBudgetServiceGateway",
        ["ce"] = "AWSInsightsIndexService",
        ["cur"] = "AWSOrigamiServiceGatewayService",
        ["memorydb"] = "AmazonMemoryDB",
        ["organizations"] = "AWSOrganizationsV20161128",
        ["support"] = "AWSSupport_20130415",
    };

    private static readonly Dictionary<string, string> Paths = new(StringComparer.Ordinal)
    {
        ["es:PurchaseReservedElasticsearchInstanceOffering"] = "/2015-01-01/es/purchaseReservedInstanceOffering",
        ["es:PurchaseReservedInstanceOffering"] = "/2021-01-01/opensearch/purchaseReservedInstanceOffering",
        ["savingsplans:CreateSavingsPlan"] = "/CreateSavingsPlan",
        ["savingsplans:DescribeSavingsPlans"] = "/DescribeSavingsPlans",
        ["savingsplans:DeleteQueuedSavingsPlan"] = "/DeleteQueuedSavingsPlan",
        ["savingsplans:ReturnSavingsPlan"] = "/ReturnSavingsPlan",
    };

    internal static SignedRequest Of(SigningKeys keys, string action)
    {
        var (service, operation) = action.Split(':') is [var prefix, var name] ? (prefix, name) : ("", "");
        if (Versions.TryGetValue(service, out var version))
        {
            return new SignedRequest(keys, service, $"Action={operation}&Version={version}")
            {
                Headers = { ["content-type"] = "application/x-www-form-urlencoded; charset=utf-8" },
            };
        }

        if (Targets.TryGetValue(service, out var target))
        {
            return new SignedRequest(keys, service, "{}")
            {
                Headers =
                {
                    ["content-type"] = "application/x-amz-json-1.1",
                    ["x-amz-target"] = $"{target}.{operation}",
                },
            };
        }

        return Paths.TryGetValue(action, out var path)
            ? new SignedRequest(keys, service, "{}")
            {
                Path = path,
                Headers = { ["content-type"] = "application/json" },
            }
            : throw new ArgumentException($"How {action} is called is not known here: add it.", nameof(action));
    }
}
