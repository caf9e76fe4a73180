using Archera.Sandbox.Aws.Machines;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.SandboxTests;

/// <summary>Two organizations with just enough accounts to fill more than one page.</summary>
internal static class TinyWorld
{
    internal const string Payer = "111122223333";
    internal const string OtherPayer = "444455556666";
    internal const string Outsider = "777788889999";

    internal static string Member(int number) => $"1111000000{number:00}";

    internal static AwsWorld Create(MachineWorld? machines = null) => new(
    [
        Organization("o-exampleorg1", Payer, 45),
        Organization("o-exampleorg2", OtherPayer, 0),
    ], machines);

    private static Organization Organization(string id, string payer, int members) => new(
        id,
        payer,
        [Account(payer), .. Enumerable.Range(1, members).Select(number => Account(Member(number)))],
        new NoCharges());

    private static MemberAccount Account(string id) => new(
        id, $"Account {id}", $"{id}@example.com", "CREATED", DateTimeOffset.UnixEpoch.AddSeconds(1_700_000_000.5));

    private sealed class NoCharges : IBill
    {
        public DateOnly FirstDay => new(2026, 1, 1);

        public IReadOnlyList<Charge> Day(DateOnly day) => [];
    }
}
