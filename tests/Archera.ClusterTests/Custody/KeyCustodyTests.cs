using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Archera.Silo.Custody;
using Archera.Silo.Start;

namespace Archera.ClusterTests.Custody;

public sealed class KeyCustodyTests : IDisposable
{
    private readonly KeyPlace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Refuses_a_key_store_whose_ring_is_gone_and_takes_it_again_when_it_is_back()
    {
        (await _place.OpenAsync()).Dispose();
        var files = Directory.GetFiles(_place.Ring).ToDictionary(path => path, File.ReadAllBytes);
        files.ShouldNotBeEmpty();
        Directory.Delete(_place.Ring, recursive: true);

        var refused = await Should.ThrowAsync<StartRefusedException>(() => _place.OpenAsync());

        refused.Message.ShouldContain("Restore the key ring");
        refused.Message.ShouldNotContain("\n");
        Directory.GetFiles(_place.Ring).ShouldBeEmpty();
        foreach (var (path, content) in files)
            await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
        (await _place.OpenAsync(stateHasRecords: true)).Dispose();
    }

    [Fact]
    public async Task Refuses_state_whose_key_store_is_gone()
    {
        (await _place.OpenAsync()).Dispose();
        Directory.Delete(_place.Store, recursive: true);

        var refused = await Should.ThrowAsync<StartRefusedException>(() => _place.OpenAsync(stateHasRecords: true));

        refused.Message.ShouldContain("holds records, but the key store");
    }

    [Fact]
    public async Task Encrypts_the_ring_under_a_certificate()
    {
        var path = Path.Combine(Path.GetDirectoryName(_place.Ring)!, "ring.pfx");
        await File.WriteAllBytesAsync(path, ACertificate("secret"), TestContext.Current.CancellationToken);
        var wrapped = KeyRing.Open(_place.Ring, path, "secret").Wrap("installation", [1, 2, 3]);

        KeyRing.Open(_place.Ring, path, "secret").Unwrap("installation", wrapped).ShouldBe([1, 2, 3]);

        File.ReadAllText(Directory.GetFiles(_place.Ring).ShouldHaveSingleItem()).ShouldNotContain("<masterKey");
        Should.Throw<Grains.Custody.KeysUnavailableException>(
            () => KeyRing.Open(_place.Ring, null, null).Unwrap("installation", wrapped));
        Should.Throw<StartRefusedException>(() => KeyRing.Open(_place.Ring, path, "wrong"))
            .Message.ShouldContain("Keys:CertificatePath");
    }

    [Fact]
    public void Opens_what_a_key_of_the_ring_wrapped_that_has_expired_since()
    {
        var wrapped = KeyRing.Open(_place.Ring, null, null).Wrap("installation", [1, 2, 3]);
        var file = Directory.GetFiles(_place.Ring).ShouldHaveSingleItem();
        File.WriteAllText(file, Regex.Replace(File.ReadAllText(file), "(?<=Date>)20[0-9]{2}", "2021"));

        var ring = KeyRing.Open(_place.Ring, null, null);

        ring.Unwrap("installation", wrapped).ShouldBe([1, 2, 3]);
        ring.Unwrap("tenant", ring.Wrap("tenant", [4])).ShouldBe([4]);
        Directory.GetFiles(_place.Ring).Length.ShouldBe(2);
    }

    [Fact]
    public void Unwraps_a_key_under_no_other_name()
    {
        var ring = KeyRing.Open(_place.Ring, null, null);
        var wrapped = ring.Wrap("tenant/one", [1, 2, 3]);

        Should.Throw<Grains.Custody.KeysUnavailableException>(() => ring.Unwrap("tenant/two", wrapped));
    }

    [Fact]
    public void Lets_the_owner_alone_read_the_ring()
    {
        KeyRing.Open(_place.Ring, null, null).Wrap("installation", [1, 2, 3]);

        if (OperatingSystem.IsWindows())
            return;
        File.GetUnixFileMode(_place.Ring)
            .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.GetUnixFileMode(Directory.GetFiles(_place.Ring).ShouldHaveSingleItem())
            .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead, "740")]
    [InlineData(UnixFileMode.OtherExecute, "701")]
    public async Task Refuses_a_directory_of_keys_that_others_may_use(UnixFileMode others, string mode)
    {
        if (OperatingSystem.IsWindows())
            return;
        (await _place.OpenAsync()).Dispose();
        foreach (var (path, option) in new[] { (_place.Ring, "Keys:Directory"), (_place.Store, "Keys:Store") })
        {
            var own = File.GetUnixFileMode(path);
            File.SetUnixFileMode(path, own | others);

            var refused = await Should.ThrowAsync<StartRefusedException>(() => _place.OpenAsync());

            refused.Message.ShouldContain($"{path} is open to other users (mode {mode})");
            refused.Message.ShouldContain(option);
            File.SetUnixFileMode(path, own);
        }

        (await _place.OpenAsync()).Dispose();
    }

    private static byte[] ACertificate(string password)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=ring", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(
            DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(80));
        return certificate.Export(X509ContentType.Pkcs12, password);
    }
}
