using Archera.Contracts.Permissions;
using Archera.Grains.Accounts;

namespace Archera.UnitTests.Grains;

public sealed class PermissionUsesTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Calls_add_up_and_the_first_and_last_use_are_kept()
    {
        var uses = PermissionUses.Add([], Calls(("ce:GetCostAndUsage", 3)), Monday)
            .Add(Calls(("ce:GetCostAndUsage", 2), ("organizations:ListAccounts", 1)), Monday.AddDays(1));

        uses.ShouldBe(
        [
            new PermissionUse("ce:GetCostAndUsage", 5, Monday, Monday.AddDays(1)),
            new PermissionUse("organizations:ListAccounts", 1, Monday.AddDays(1), Monday.AddDays(1)),
        ]);
    }

    [Fact]
    public void What_the_role_does_not_grant_is_not_recorded() => PermissionUses
        .Add([], Calls(("sts:GetCallerIdentity", 1), ("sts:AssumeRole", 14)), Monday)
        .ShouldBeEmpty();

    private static Dictionary<string, long> Calls(params (string Action, long Count)[] calls) =>
        calls.ToDictionary(call => call.Action, call => call.Count);
}
