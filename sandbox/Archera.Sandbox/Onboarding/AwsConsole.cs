using Archera.Sandbox.PublicApi;

namespace Archera.Sandbox.Onboarding;

/// <summary>What a customer does in its own AWS account, through the simulated AWS's control surface.</summary>
internal sealed class AwsConsole(HttpClient aws)
{
    /// <summary>Creates the role, or updates it to the same.</summary>
    internal async Task CreateRoleAsync(RoleAnswer role, CancellationToken cancellationToken)
    {
        using var response = await aws.PutAsync("/_sandbox/roles", JsonBody.Of(role), cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            var problem = await response.Content.ReadAsStringAsync(cancellationToken);
            throw new SandboxException(
                $"The simulated AWS refused {role.RoleArn} with {(int)response.StatusCode}: {problem}");
        }
    }
}
