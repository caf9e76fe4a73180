namespace Archera.Sandbox.Onboarding;

/// <summary>Names of demo tenants. Made up; after the last one they start again with a number.</summary>
internal static class DemoNames
{
    private static readonly string[] Names =
    [
        "Larkspur Logistics", "Copperfield Games", "Meridian Health", "Harbor Street Bank", "Juniper Robotics",
        "Tidewater Media", "Alder & Finch", "Sable Insurance", "Quarry Hill Foods", "Bluestem Energy",
        "Ostrich Analytics", "Marlowe Travel",
    ];

    internal static string Of(int index) =>
        index < Names.Length ? Names[index] : $"{Names[index % Names.Length]} {index / Names.Length + 1}";
}
