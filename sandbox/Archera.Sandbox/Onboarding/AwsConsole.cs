using Archera.Sandbox.PublicApi;

namespace Archera.Sandbox.Onboarding;

/// <summary>What a customer does in its own AWS account, through the simulated AWS's control surface.</summary>
internal sealed class AwsConsole(HttpClient aws)
{
    /// <summary>Creates the role, or updates it to the same.</summary>
    internal async Task<string> CreateRoleAsync(
        string accountId, string tier, string vendorPrincipal, string externalId, CancellationToken cancellationToken)
    {
        var definition = CustomerRole.Definition(accountId, tier, vendorPrincipal, externalId);
        using var response = await aws.PutAsync("/_sandbox/roles", JsonBody.Of(definition), cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            var problem = await response.Content.ReadAsStringAsync(cancellationToken);
            throw new SandboxException(
                $"The simulated AWS refused the role of {accountId} with {(int)response.StatusCode}: {problem}");
        }

        return CustomerRole.ArnIn(accountId);
    }
}
