using Archera.Contracts.Identity;
using Archera.Grains.Storage;
using Archera.Silo.Custody;

namespace Archera.ClusterTests.Custody;

public sealed class RenewedKeyTests : IDisposable
{
    private static readonly KeyScope Payer = KeyScope.Of(PayerAccountKey.Parse("aws:111122223333"));
    private static readonly KeyScope Owner = KeyScope.Of(TenantId.Parse("t-abcdefgh12345678"));

    private readonly KeyPlace _place = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Seals_with_another_key_and_opens_with_both()
    {
        var chain = await _place.ChainAsync();
        var first = await chain.CurrentAsync(Payer, Token);
        await chain.RewrapAsync(Payer, Owner, Token);

        await chain.RenewAsync(Payer, Token);
        await chain.RenewAsync(Payer, Token);

        var second = await chain.CurrentAsync(Payer, Token);
        second.Id.ShouldNotBe(first.Id);
        (await chain.IdsAsync(Payer, Token)).ShouldBe([second.Id.ToString(), first.Id.ToString()]);
        var restarted = await _place.ChainAsync();
        var old = await restarted.ByIdAsync(Payer, first.Id, Token);
        old.Material.SequenceEqual(first.Material).ShouldBeTrue();
    }

    [Fact]
    public async Task Destroys_the_retired_key_alone()
    {
        var chain = await _place.ChainAsync();
        var first = await chain.CurrentAsync(Payer, Token);
        await chain.RenewAsync(Payer, Token);
        var second = await chain.CurrentAsync(Payer, Token);

        var destroyed = await chain.DestroyRetiredAsync(Payer, Token);
        var again = await chain.DestroyRetiredAsync(Payer, Token);

        destroyed.ShouldBe([first.Id.ToString()]);
        again.ShouldBe(destroyed);
        (await chain.IdsAsync(Payer, Token)).ShouldBe([second.Id.ToString()]);
        (await chain.CurrentAsync(Payer, Token)).Id.ShouldBe(second.Id);
        var refused = await Should.ThrowAsync<DamagedStateException>(
            async () => await chain.ByIdAsync(Payer, first.Id, Token));
        refused.Message.ShouldContain("was destroyed");
    }

    [Fact]
    public async Task Destroys_both_when_nothing_is_left_of_the_account()
    {
        var chain = await _place.ChainAsync();
        var first = await chain.CurrentAsync(Payer, Token);
        await chain.RenewAsync(Payer, Token);
        var second = await chain.CurrentAsync(Payer, Token);

        var destroyed = await chain.DestroyAsync(Payer, Token);

        destroyed.ShouldBe([first.Id.ToString(), second.Id.ToString()]);
        (await chain.IdsAsync(Payer, Token)).ShouldBeEmpty();
        await Should.ThrowAsync<DamagedStateException>(async () => await chain.ByIdAsync(Payer, first.Id, Token));
    }

    [Fact]
    public async Task Makes_no_key_for_an_account_that_has_none()
    {
        var chain = await _place.ChainAsync();

        await chain.RenewAsync(Payer, Token);

        (await chain.IdsAsync(Payer, Token)).ShouldBeEmpty();
        (await chain.DestroyRetiredAsync(Payer, Token)).ShouldBeEmpty();
    }
}
