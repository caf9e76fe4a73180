using Archera.Contracts.Identity;
using Archera.Silo.Custody;

namespace Archera.ClusterTests.Custody;

public sealed class KeyLeasesTests
{
    private static readonly KeyScope Payer = KeyScope.Of(PayerAccountKey.Parse("aws:111122223333"));

    private readonly KeyLeases _leases = new(10, TimeSpan.FromHours(1), TimeProvider.System);

    [Fact]
    public void Holds_a_key_that_nobody_has_forgotten()
    {
        var key = _leases.Hold(Payer, DataKey.New(), _leases.Ask());

        _leases.Find(Payer).ShouldBe(key);
    }

    [Fact]
    public void Holds_no_key_that_was_asked_for_before_it_was_forgotten()
    {
        var asking = _leases.Ask();
        _leases.Forget(Payer);

        _leases.Hold(Payer, DataKey.New(), asking);

        _leases.Find(Payer).ShouldBeNull();
    }
}
