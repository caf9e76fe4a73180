using System.Text;
using Archera.Contracts.Identity;
using Archera.Grains.Custody;
using Archera.Grains.Storage;
using Archera.Silo.Custody;
using Microsoft.Extensions.Time.Testing;

namespace Archera.ClusterTests.Custody;

public sealed class KeyChainTests : IDisposable
{
    private static readonly PayerAccountKey Account = PayerAccountKey.Parse("aws:111122223333");
    private static readonly KeyScope Payer = KeyScope.Of(Account);
    private static readonly TenantId Tenant = TenantId.Parse("t-abcdefgh12345678");

    private readonly KeyPlace _place = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Gives_silos_that_make_a_key_at_once_the_same_one()
    {
        var silos = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _place.ChainAsync())));

        var keys = await Task.WhenAll(silos.Select(
            silo => Task.Run(() => silo.CurrentAsync(Payer, Token).AsTask())));

        keys.Select(key => key.Id).Distinct().ShouldHaveSingleItem();
        keys.Select(key => Convert.ToHexString(key.Material)).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Finds_a_key_again_after_a_restart()
    {
        var made = await (await _place.ChainAsync()).CurrentAsync(Payer, Token);

        var found = await (await _place.ChainAsync()).ByIdAsync(Payer, made.Id, Token);

        found.Material.SequenceEqual(made.Material).ShouldBeTrue();
    }

    [Fact]
    public async Task Makes_no_other_installation_key_in_the_place_of_one_that_is_lost_while_it_runs()
    {
        var time = new FakeTimeProvider();
        var chain = await _place.ChainAsync(time);
        await chain.CurrentAsync(Payer, Token);
        _place.Execute($"DELETE FROM document WHERE name='{KeyScope.Installation.Name}'");
        time.Advance(TimeSpan.FromSeconds(new KeyOptions().CacheSeconds));

        await Should.ThrowAsync<KeysUnavailableException>(chain.CurrentAsync(Payer, Token).AsTask());

        await Should.ThrowAsync<KeysUnavailableException>(
            chain.CurrentAsync(KeyScope.Installation, Token).AsTask());
    }

    [Fact]
    public async Task Keeps_no_key_readable_in_the_key_store()
    {
        var chain = await _place.ChainAsync();
        var keys = new[]
        {
            await chain.CurrentAsync(Payer, Token),
            await chain.CurrentAsync(KeyScope.Of(Tenant), Token),
            await chain.CurrentAsync(KeyScope.Installation, Token),
        };

        var file = await File.ReadAllBytesAsync(Path.Combine(_place.Store, SqliteKeyStore.FileName), Token);

        foreach (var key in keys)
        {
            file.AsSpan().IndexOf(key.Material).ShouldBe(-1);
            Encoding.Latin1.GetString(file).ShouldNotContain(Convert.ToBase64String(key.Material));
        }
    }

    [Fact]
    public async Task Opens_what_was_sealed_before_an_account_had_an_owner()
    {
        var chain = await _place.ChainAsync();
        var before = await chain.CurrentAsync(Payer, Token);
        await chain.RewrapAsync(Payer, KeyScope.Of(Tenant), Token);
        await chain.RewrapAsync(Payer, KeyScope.Of(Tenant), Token);

        var after = await (await _place.ChainAsync()).ByIdAsync(Payer, before.Id, Token);

        after.Material.SequenceEqual(before.Material).ShouldBeTrue();
    }

    [Fact]
    public async Task Needs_the_new_owners_key_alone_once_an_account_was_transferred()
    {
        var chain = await _place.ChainAsync();
        var before = await chain.CurrentAsync(Payer, Token);
        await chain.RewrapAsync(Payer, KeyScope.Of(Tenant), Token);
        await chain.RewrapAsync(Payer, KeyScope.Of(TenantId.Parse("t-zyxwvuts87654321")), Token);
        _place.Execute($"DELETE FROM document WHERE name='tenant/{Tenant}'");

        var after = await (await _place.ChainAsync()).ByIdAsync(Payer, before.Id, Token);

        after.Material.SequenceEqual(before.Material).ShouldBeTrue();
    }

    [Fact]
    public async Task Does_not_open_an_owned_accounts_key_without_its_tenants_key()
    {
        var chain = await _place.ChainAsync();
        await chain.RewrapAsync(Payer, KeyScope.Of(Tenant), Token);
        var key = await chain.CurrentAsync(Payer, Token);
        _place.Execute($"DELETE FROM document WHERE name='tenant/{Tenant}'");

        var restarted = await _place.ChainAsync();

        await Should.ThrowAsync<DamagedStateException>(() => restarted.ByIdAsync(Payer, key.Id, Token).AsTask());
    }

    [Fact]
    public async Task Gives_an_account_that_returns_another_key_and_never_the_destroyed_one()
    {
        var chain = await _place.ChainAsync();
        var old = await chain.CurrentAsync(Payer, Token);

        (await chain.DestroyAsync(Payer, Token)).ShouldBe([old.Id.ToString()]);

        var refused = await Should.ThrowAsync<DamagedStateException>(
            () => chain.ByIdAsync(Payer, old.Id, Token).AsTask());
        refused.Message.ShouldContain("was destroyed");
        var next = await chain.CurrentAsync(Payer, Token);
        next.Id.ShouldNotBe(old.Id);
        (await chain.DestroyAsync(Payer, Token)).ShouldBe([old.Id.ToString(), next.Id.ToString()]);
    }

    [Fact]
    public async Task Says_again_which_keys_it_destroyed()
    {
        var chain = await _place.ChainAsync();
        (await chain.DestroyAsync(Payer, Token)).ShouldBeEmpty();
        await chain.CurrentAsync(Payer, Token);

        var first = await chain.DestroyAsync(Payer, Token);

        (await chain.DestroyAsync(Payer, Token)).ShouldBe(first);
    }

    [Fact]
    public async Task Lets_an_account_leave_whose_key_is_damaged()
    {
        var chain = await _place.ChainAsync();
        await chain.CurrentAsync(Payer, Token);
        _place.Execute($"UPDATE document SET content=x'00' WHERE name='{Payer}'");

        (await chain.DestroyAsync(Payer, Token)).ShouldBeEmpty();

        await chain.CurrentAsync(Payer, Token);
    }

    [Theory]
    [InlineData("x'00'")]
    [InlineData("CAST(replace(content, '\"Id\":\"', '\"Id\":\"0123456789abcdef0123456789abcdef\",\"X\":\"') AS BLOB)")]
    public async Task Uses_no_key_out_of_a_backup_that_could_not_be_read_when_it_was_destroyed(string damaged)
    {
        var chain = await _place.ChainAsync();
        var old = await chain.CurrentAsync(Payer, Token);
        _place.Execute($"CREATE TABLE backup AS SELECT * FROM document WHERE name='{Payer}'");
        _place.Execute($"UPDATE document SET content={damaged} WHERE name='{Payer}'");
        await chain.DestroyAsync(Payer, Token);
        _place.Execute("INSERT INTO document SELECT * FROM backup");

        await Should.ThrowAsync<KeysUnavailableException>(() => chain.ByIdAsync(Payer, old.Id, Token).AsTask());
        await Should.ThrowAsync<KeysUnavailableException>(() => chain.CurrentAsync(Payer, Token).AsTask());

        _place.Execute($"DELETE FROM document WHERE name='{Payer}'");
        (await chain.CurrentAsync(Payer, Token)).Id.ShouldNotBe(old.Id);
    }

    [Fact]
    public async Task Makes_a_usable_key_for_an_account_that_left_by_a_clock_ahead_of_its_own()
    {
        var (ahead, behind) = (new FakeTimeProvider(), new FakeTimeProvider());
        ahead.Advance(TimeSpan.FromMinutes(5));
        var left = await _place.ChainAsync(ahead);
        await left.CurrentAsync(Payer, Token);
        await left.DestroyAsync(Payer, Token);

        var returned = await (await _place.ChainAsync(behind)).CurrentAsync(Payer, Token);

        (await (await _place.ChainAsync(behind)).ByIdAsync(Payer, returned.Id, Token)).Id.ShouldBe(returned.Id);
    }

    [Fact]
    public async Task Names_no_account_that_has_left()
    {
        var chain = await _place.ChainAsync();
        await chain.CurrentAsync(Payer, Token);
        await chain.DestroyAsync(Payer, Token);

        var file = await File.ReadAllTextAsync(
            Path.Combine(_place.Store, SqliteKeyStore.FileName), Encoding.Latin1, Token);

        file.ShouldNotContain("111122223333");
    }

    [Fact]
    public async Task Leaves_a_key_dead_that_comes_back_out_of_a_backup()
    {
        var chain = await _place.ChainAsync();
        var old = await chain.CurrentAsync(Payer, Token);
        _place.Execute($"CREATE TABLE backup AS SELECT * FROM document WHERE name='{Payer}'");
        await chain.DestroyAsync(Payer, Token);
        _place.Execute("INSERT INTO document SELECT * FROM backup");

        await Should.ThrowAsync<DamagedStateException>(() => chain.ByIdAsync(Payer, old.Id, Token).AsTask());

        (await chain.CurrentAsync(Payer, Token)).Id.ShouldNotBe(old.Id);
    }

    [Fact]
    public async Task Lets_no_other_silo_use_a_destroyed_key_once_it_has_answered()
    {
        var time = new FakeTimeProvider();
        var lease = TimeSpan.FromSeconds(new KeyOptions().CacheSeconds);
        var (here, there) = (await _place.ChainAsync(time, lease), await _place.ChainAsync(time, lease));
        var key = await here.CurrentAsync(Payer, Token);
        await there.CurrentAsync(Payer, Token);

        var destroying = here.DestroyAsync(Payer, Token);

        (await there.ByIdAsync(Payer, key.Id, Token)).Id.ShouldBe(key.Id);
        destroying.IsCompleted.ShouldBeFalse();
        time.Advance(lease);
        await destroying;
        await Should.ThrowAsync<DamagedStateException>(() => there.ByIdAsync(Payer, key.Id, Token).AsTask());
    }

    [Fact]
    public async Task Asks_the_key_store_once_for_many_writes()
    {
        var chain = await _place.ChainAsync();
        var key = await chain.CurrentAsync(Payer, Token);
        _place.Execute("ALTER TABLE document RENAME TO elsewhere");

        for (var write = 0; write < 1_000; write++)
            (await chain.CurrentAsync(Payer, Token)).ShouldBeSameAs(key);
    }

    [Fact]
    public async Task Calls_a_silent_key_store_unavailable_and_not_the_record_damaged()
    {
        var chain = await _place.ChainAsync();
        _place.Execute("ALTER TABLE document RENAME TO elsewhere");

        await Should.ThrowAsync<KeysUnavailableException>(() => chain.ByIdAsync(Payer, KeyId.New(), Token).AsTask());
        await Should.ThrowAsync<KeysUnavailableException>(() => chain.CurrentAsync(Payer, Token).AsTask());
    }

    [Theory]
    [InlineData("UPDATE document SET content=(SELECT content FROM document WHERE name='payer/aws:444455556666')")]
    [InlineData("UPDATE document SET content=CAST(replace(content, 'installation', 'payer/aws:111122223333') AS BLOB)")]
    [InlineData("UPDATE document SET content=x'00'")]
    [InlineData("UPDATE document SET content=CAST('{}' AS BLOB)")]
    public async Task Refuses_a_key_that_was_put_in_anothers_place(string change)
    {
        var chain = await _place.ChainAsync();
        await chain.CurrentAsync(Payer, Token);
        await chain.CurrentAsync(KeyScope.Of(PayerAccountKey.Parse("aws:444455556666")), Token);
        _place.Execute($"{change} WHERE name='{Payer}'");

        var restarted = await _place.ChainAsync();

        await Should.ThrowAsync<DamagedStateException>(() => restarted.CurrentAsync(Payer, Token).AsTask());
    }
}
