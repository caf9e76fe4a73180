using System.Text.Json;
using Archera.Sandbox.DataDirectory;
using Archera.Sandbox.Hosting;
using Archera.Sandbox.Onboarding;

namespace Archera.Sandbox.Reporting;

/// <summary>
/// Where everything is and the keys to it: what <c>--info</c> writes, and what the closing lines show.
/// </summary>
internal sealed record InfoFile(
    string Gateway, InfoAws Aws, string OperatorKey, IReadOnlyList<InfoTenant> Tenants)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerOptions.Web) { WriteIndented = true };

    private const string Region = "us-east-1";

    internal static InfoFile Of(SandboxSystem system, IEnumerable<OnboardedTenant> tenants) => new(
        AddressOf(system.Gateway),
        new InfoAws(
            AddressOf(system.AwsControl), Region, system.Aws.Vendor.AccessKeyId, system.Aws.Vendor.SecretAccessKey),
        system.OperatorKey,
        [.. tenants.Select(Tenant)]);

    internal void WriteTo(string path) =>
        PrivateFile.Write(Path.GetFullPath(path), JsonSerializer.SerializeToUtf8Bytes(this, Format));

    private static InfoTenant Tenant(OnboardedTenant tenant) => new(
        tenant.Customer.Id,
        tenant.Customer.Name,
        tenant.Customer.Key,
        [.. tenant.Payers.Select(payer => new InfoPayer(payer.PayerAccount, payer.RoleArn ?? "", payer.ExternalId))]);

    private static string AddressOf(HttpClient client) => client.BaseAddress!.GetLeftPart(UriPartial.Authority);
}
