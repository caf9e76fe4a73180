using System.Text.Json;
using Archera.ClusterTests.Fixture;
using Archera.Contracts.Identity;
using Archera.Contracts.Offboarding;
using Archera.Contracts.Refresh;

namespace Archera.ClusterTests.Offboarding;

/// <summary>Leaves accounts as a tenant does, and reads the receipt.</summary>
internal static class Departures
{
    public static IOffboardingGrain Offboarding(this TestFleet fleet, TenantId tenant) =>
        fleet.Grains.GetGrain<IOffboardingGrain>(tenant.Value);

    /// <summary>Asks for the offboarding, and waits until it has ended or could not go on.</summary>
    public static async Task<OperationView> LeaveAsync(this TestFleet fleet, TenantId tenant, PayerAccountKey payer)
    {
        var begun = await fleet.Offboarding(tenant).BeginAsync(payer, default);
        begun.IsGranted.ShouldBeTrue(begun.Refusal?.Message);
        return await fleet.EndLeavingAsync(tenant, begun.Value!.Id);
    }

    /// <summary>A tick of the offboarding's reminder.</summary>
    public static Task TickAsync(this TestFleet fleet, TenantId tenant) => fleet.Offboarding(tenant)
        .AsReference<IRemindable>()
        .ReceiveReminder("offboarding", new TickStatus(default, TimeSpan.FromMinutes(5), default));

    public static async Task<JsonElement> ReceiptAsync(this TestFleet fleet, TenantId tenant, OperationView ended)
    {
        ended.State.ShouldBe(OperationState.Succeeded, ended.Detail);
        var receipt = await fleet.Offboarding(tenant).GetReceiptAsync(ended.ReceiptId!, default);
        using var document = JsonDocument.Parse(receipt!.Payload);
        return document.RootElement.Clone();
    }

    /// <summary>Kind and count of everything that the receipt says was deleted.</summary>
    public static IReadOnlyDictionary<string, int> Deleted(this JsonElement receipt) =>
        receipt.GetProperty("deleted").EnumerateArray().ToDictionary(
            entry => entry.GetProperty("kind").GetString()!, entry => entry.GetProperty("records").GetInt32());

    public static string LastOutcome(this JsonElement receipt) =>
        receipt.GetProperty("lastAssumeRole").GetProperty("outcome").GetString()!;
}
