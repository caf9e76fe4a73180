using System.Globalization;

namespace Archera.Sandbox.Reporting;

/// <summary>The closing lines: URLs, keys, and commands that work as they stand.</summary>
internal static class TryIt
{
    internal static IEnumerable<string> Lines(InfoFile info, ShownPeriod period)
    {
        yield return "";
        yield return $"HTTP API        {info.Gateway}";
        yield return $"API reference   {info.Gateway}/api/docs";
        yield return $"Simulated AWS   {info.Aws.Endpoint} ({info.Aws.Region})";
        yield return $"Vendor keys     {info.Aws.AccessKeyId} {info.Aws.SecretAccessKey}";
        yield return $"Operator key    {info.OperatorKey}";
        foreach (var tenant in info.Tenants)
            yield return $"Tenant key      {tenant.Key}  {tenant.Name}";
        yield return "";
        foreach (var line in Curl(info, period))
            yield return line;
        yield return "";
        yield return "Ctrl-C ends the sandbox.";
    }

    private static IEnumerable<string> Curl(InfoFile info, ShownPeriod period)
    {
        var tenant = info.Tenants.First(tenant => tenant.PayerAccounts.Count > 0);
        var costs = $"{info.Gateway}/api/v1/costs?start={Day(period.Start)}&end={Day(period.End)}";
        yield return Ask(tenant.Key, $"{info.Gateway}/api/v1/payer-accounts");
        yield return Ask(tenant.Key, $"{costs}&granularity=Monthly&metric=UnblendedCost&groupBy=Service");
        yield return Ask(
            tenant.Key, $"{costs}&granularity=Daily&metric=NetAmortizedCost&groupBy=PayerAccount,RecordType");
        yield return $"curl -s -X POST -H 'Authorization: Bearer {tenant.Key}' "
            + $"'{info.Gateway}/api/v1/payer-accounts/{tenant.PayerAccounts[0].PayerAccount}/refresh'";
    }

    private static string Ask(string key, string url) => $"curl -s -H 'Authorization: Bearer {key}' '{url}'";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
