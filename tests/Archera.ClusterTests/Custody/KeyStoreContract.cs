using System.Security.Cryptography;
using Archera.Silo.Custody;

namespace Archera.ClusterTests.Custody;

/// <summary>What keys rely on from whichever store they lie in; each profile's store runs all of it.</summary>
public abstract class KeyStoreContract
{
    protected abstract IKeyStore Store { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Knows_nothing_of_what_was_never_written() =>
        (await Store.ReadAsync(AName(), Token)).ShouldBeNull();

    [Fact]
    public async Task Reads_what_was_written_last()
    {
        var name = AName();
        (await Store.TryWriteAsync(name, "one"u8.ToArray(), null, Token)).ShouldBeTrue();
        var first = await Store.ReadAsync(name, Token);

        (await Store.TryWriteAsync(name, "two"u8.ToArray(), first!.Version, Token)).ShouldBeTrue();

        (await Store.ReadAsync(name, Token))!.Content.ShouldBe("two"u8.ToArray());
    }

    [Fact]
    public async Task Lets_one_of_many_make_a_document()
    {
        var name = AName();
        var writers = Enumerable.Range(0, 16).Select(number => (byte)number).ToArray();

        var won = await Task.WhenAll(writers.Select(number =>
            Task.Run(() => Store.TryWriteAsync(name, new[] { number }, null, Token), Token)));

        var winner = Array.IndexOf(won, true);
        won.Count(first => first).ShouldBe(1);
        (await Store.ReadAsync(name, Token))!.Content.ShouldBe([writers[winner]]);
    }

    [Fact]
    public async Task Refuses_a_change_of_a_version_that_is_gone()
    {
        var name = AName();
        await Store.TryWriteAsync(name, "one"u8.ToArray(), null, Token);
        var seen = (await Store.ReadAsync(name, Token))!.Version;
        await Store.TryDeleteAsync(name, seen, Token);
        await Store.TryWriteAsync(name, "again"u8.ToArray(), null, Token);

        (await Store.TryWriteAsync(name, "stale"u8.ToArray(), seen, Token)).ShouldBeFalse();
        (await Store.TryDeleteAsync(name, seen, Token)).ShouldBeFalse();

        (await Store.ReadAsync(name, Token))!.Content.ShouldBe("again"u8.ToArray());
    }

    [Fact]
    public async Task Deletes_what_it_is_told_to()
    {
        var name = AName();
        await Store.TryWriteAsync(name, "one"u8.ToArray(), null, Token);
        var seen = (await Store.ReadAsync(name, Token))!.Version;

        (await Store.TryDeleteAsync(name, seen, Token)).ShouldBeTrue();

        (await Store.ReadAsync(name, Token)).ShouldBeNull();
        (await Store.TryDeleteAsync(name, seen, Token)).ShouldBeFalse();
    }

    protected static string AName() => $"payer/aws:{RandomNumberGenerator.GetHexString(12)}";
}
