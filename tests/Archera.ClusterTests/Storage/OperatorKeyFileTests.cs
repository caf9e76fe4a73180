using Archera.Silo.Embedded;
using Archera.Silo.Start;

namespace Archera.ClusterTests.Storage;

public sealed class OperatorKeyFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Path => _directory.File("operator.key");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Makes_one_key_and_keeps_it()
    {
        var key = OperatorKeyFile.ReadOrCreate(Path);
        key.ShouldMatch("^arc_[A-Za-z0-9]{8}_[A-Za-z0-9]{32}$");
        OperatorKeyFile.ReadOrCreate(Path).ShouldBe(key);
    }

    [Fact]
    public void Lets_only_its_owner_read_the_file()
    {
        OperatorKeyFile.ReadOrCreate(Path);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Refuses_a_directory_in_the_place_of_the_file()
    {
        Directory.CreateDirectory(Path);
        Should.Throw<StartRefusedException>(() => OperatorKeyFile.ReadOrCreate(Path))
            .Message.ShouldContain("operator.key cannot be read or made");
    }

    [Fact]
    public void Refuses_a_file_without_a_key_and_does_not_repeat_what_it_holds()
    {
        File.WriteAllText(Path, "arc_secretish");
        var refused = Should.Throw<StartRefusedException>(() => OperatorKeyFile.ReadOrCreate(Path));
        refused.Message.ShouldNotContain("secretish");
    }
}
