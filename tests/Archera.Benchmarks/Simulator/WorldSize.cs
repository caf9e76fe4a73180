using Archera.Sandbox.Aws.Worlds;

namespace Archera.Benchmarks.Simulator;

/// <summary>How large a generated world is. Both processes make the same world from it.</summary>
internal sealed record WorldSize(int Payers, int Linked, int Services, int Days)
{
    internal const int Seed = 1;

    internal static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    internal AwsWorld Generate() => AwsWorld.Generate(new GeneratedWorldOptions
    {
        Payers = Payers,
        LinkedPerPayer = Linked,
        Services = Services,
        Seed = Seed,
        FirstDay = Today.AddDays(-Days),
        Dense = true,
    });
}
