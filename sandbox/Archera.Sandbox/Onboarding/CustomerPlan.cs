using System.Collections.Immutable;
using Archera.Sandbox.Aws.Worlds;
using Archera.Sandbox.Hosting;

namespace Archera.Sandbox.Onboarding;

/// <summary>A demo customer before it has onboarded: its name and the organizations that it pays for.</summary>
internal sealed record CustomerPlan(string Name, ImmutableArray<Organization> Organizations)
{
    /// <summary>The tenant of FOCUS files.</summary>
    private const string FocusName = "focus";

    /// <summary>Deals generated organizations round-robin; those of FOCUS files go to a tenant of their own.</summary>
    internal static ImmutableArray<CustomerPlan> Deal(int tenants, SandboxWorld world)
    {
        var generated = world.FromSeed.Count == 0
            ? []
            : Enumerable.Range(0, tenants).Select(tenant => new CustomerPlan(
                DemoNames.Of(tenant),
                [.. world.FromSeed.Where((_, payer) => payer % tenants == tenant).Select(world.OrganizationOf)]));
        return world.FromFiles.Count == 0
            ? [.. generated]
            : [.. generated, new CustomerPlan(FocusName, [.. world.FromFiles.Select(world.OrganizationOf)])];
    }
}
