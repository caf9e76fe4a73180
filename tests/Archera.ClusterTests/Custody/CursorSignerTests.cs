using Archera.Contracts.Identity;
using Archera.Silo.Custody;

namespace Archera.ClusterTests.Custody;

public sealed class CursorSignerTests : IDisposable
{
    private static readonly TenantId Tenant = TenantId.Parse("t-aaaaaaaa");
    private readonly KeyPlace _place = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Signs_alike_on_all_silos_and_after_a_restart()
    {
        var silos = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SignerAsync()));

        var signatures = await Task.WhenAll(silos.Select(silo => Task.Run(() => SignAsync(silo, Tenant, 1))));

        var later = await SignAsync(await SignerAsync(), Tenant, 1);
        signatures.ShouldAllBe(signature => signature.SequenceEqual(later));
    }

    [Fact]
    public async Task Signs_otherwise_for_another_tenant_and_another_content()
    {
        var signer = await SignerAsync();

        var signature = await SignAsync(signer, Tenant, 1);

        signature.Length.ShouldBe(32);
        (await SignAsync(signer, Tenant, 2)).ShouldNotBe(signature);
        (await SignAsync(signer, TenantId.Parse("t-bbbbbbbb"), 1)).ShouldNotBe(signature);
    }

    [Fact]
    public async Task Does_not_use_the_key_that_seals_the_tenants_records()
    {
        var keys = await _place.ChainAsync();
        var own = await keys.CurrentAsync(KeyScope.Of(Tenant), Token);

        var signature = await SignAsync(new CursorSigner(keys), Tenant, 1);

        System.Security.Cryptography.HMACSHA256.HashData(own.Material, new byte[] { 1 }).ShouldNotBe(signature);
    }

    private static async Task<byte[]> SignAsync(CursorSigner signer, TenantId tenant, byte content) =>
        await signer.SignAsync(tenant, new[] { content }, Token);

    private async Task<CursorSigner> SignerAsync() => new(await _place.ChainAsync());
}
