using System.Text.Json;
using Archera.Sandbox.Aws.Iam;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.Control;

/// <summary>A service control policy as the control surface takes it; null takes the account's away.</summary>
internal sealed record ControlPolicyRequest(string Account, PolicyDocument? Policy)
{
    /// <summary>Organizations' quota for one policy.</summary>
    private const int MaxCharacters = 5_120;

    internal static ControlPolicyRequest? Read(JsonElement body, AwsWorld world, FieldErrors errors)
    {
        var fields = new JsonFields(body, errors, "", "account", "policy");
        var account = fields.Account("account", required: true);
        if (account is not null && world.Find(account) is null)
            fields.Wrong("account", $"{account} is in no organization of this world.");
        if (!fields.Has("policy"))
            fields.Wrong("policy", "Is required; null takes the policy away.");
        var policy = fields.Policy("policy", PolicyKind.Identity, MaxCharacters, required: false);
        return errors.Any ? null : new ControlPolicyRequest(account!, policy);
    }
}
