using Archera.Sandbox.Aws.Worlds.Generated;

namespace Archera.Sandbox.Aws.Regions;

/// <summary>Which region beyond AWS's default ones an account of a generated world has opted in to, if any.</summary>
internal static class OptInRegions
{
    private static readonly string[] Chosen = ["eu-south-1", "ap-east-1", "me-central-1", "af-south-1"];

    public static string? Of(int seed, string account)
    {
        var draw = Draw.From(seed).With("regions").With(account);
        return draw.With("opted in").Chance(0.4) ? Chosen[draw.With("which").Below(Chosen.Length)] : null;
    }
}
