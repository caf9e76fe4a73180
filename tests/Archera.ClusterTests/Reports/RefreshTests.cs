using Archera.ClusterTests.Fixture;

namespace Archera.ClusterTests.Reports;

public sealed class RefreshTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Brings_the_bill_to_the_report_to_the_last_decimal(short silos)
    {
        await using var fleet = await TestFleet.StartAsync(silos);

        var tenant = await fleet.OnboardAsync(fleet.Payer(0));

        await fleet.ShouldEqualTruthAsync(tenant, fleet.Payer(0));
    }
}
