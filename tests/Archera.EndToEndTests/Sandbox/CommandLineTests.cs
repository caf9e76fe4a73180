using System.Net;
using System.Net.Sockets;
using Archera.EndToEndTests.Processes;

namespace Archera.EndToEndTests.Sandbox;

[Collection(WholeSystem.Name)]
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--tenants must be a whole number from 1 to 200, not '0'.", "--tenants", "0")]
    [InlineData("--payers must be a whole number from 1 to 2000, not 'x'.", "--payers", "x")]
    [InlineData("--linked times --services must be at most 100000", "--linked", "5000")]
    [InlineData("--days must be a whole number from 1 to 400, not '14610'.", "--days", "14610")]
    [InlineData("--throttle must be a share from 0 to 0.9, not '2'.", "--throttle", "2")]
    [InlineData("--today must be a day as yyyy-MM-dd from 2010 to 2100, not '2026-02-30'.", "--today", "2026-02-30")]
    [InlineData("--focus: there is no file 'absent.csv'.", "--focus", "absent.csv")]
    [InlineData("--cloudwatch: there is no folder 'absent'.", "--cloudwatch", "absent")]
    [InlineData("--linked' expects a single argument but 2 were provided", "--linked", "1", "--linked", "2")]
    [InlineData("--data must name a DIR, not nothing.", "--data", "")]
    [InlineData("--info must name a FILE, not nothing.", "--info", " ")]
    [InlineData("--info: there is no folder for 'absent/info.json'.", "--info", "absent/info.json")]
    [InlineData("Unrecognized command or argument '--onse'.", "--onse")]
    public async Task Explains_a_wrong_command_line_and_starts_nothing(string message, params string[] arguments)
    {
        await using var sandbox = SandboxProgram.Start(arguments);

        (await sandbox.ExitAsync()).ShouldBe(2, sandbox.Log);

        sandbox.Log.ShouldContain(message);
        sandbox.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Refuses_the_default_port_of_the_other_server()
    {
        await using var sandbox = SandboxProgram.StartWith("--port", "5555");

        (await sandbox.ExitAsync()).ShouldBe(2, sandbox.Log);

        sandbox.Log.ShouldContain("--port and --aws-port must differ.");
    }

    [Fact]
    public async Task Takes_paths_from_where_the_user_stands()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Under("empty.csv"), "", TestContext.Current.CancellationToken);
        var project = Path.Combine(BuiltProgram.Repository, "sandbox", "Archera.Sandbox");

        await using var sandbox = ProgramProcess.Start(
            "dotnet run",
            "dotnet",
            ["run", "--no-build", "--project", project, "-c", BuiltProgram.Configuration, "--", "--focus", "empty.csv"],
            folder: folder.Path);

        (await sandbox.ExitAsync()).ShouldBe(1, sandbox.Log);
        sandbox.Log.ShouldContain("empty.csv, line 0: the file is empty");
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--aws-port")]
    public async Task Names_the_option_to_change_when_a_port_is_taken(string option)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        await using var sandbox = SandboxProgram.StartOnPort(option, port);

        (await sandbox.ExitAsync()).ShouldBe(1, sandbox.Log);

        sandbox.Log.ShouldContain($"Port {port} is taken");
        sandbox.Log.ShouldContain($"choose another port with {option}.");
    }

    [Fact]
    public async Task Says_that_a_data_folder_is_in_use_or_holds_another_world()
    {
        using var folder = new TemporaryFolder();
        string[] small = ["--tenants", "1", "--payers", "1", "--linked", "1", "--services", "1", "--days", "3"];
        await using var first = SandboxProgram.Start([.. small, "--data", folder.Path]);
        await first.LineAsync("Ctrl-C ends the sandbox");

        await using var second = SandboxProgram.Start([.. small, "--data", folder.Path]);
        (await second.ExitAsync()).ShouldBe(1, second.Log);
        (await first.InterruptAsync()).ShouldBe(0, first.Log);
        await using var third = SandboxProgram.Start([.. small, "--seed", "7", "--data", folder.Path]);
        (await third.ExitAsync()).ShouldBe(1, third.Log);

        second.Log.ShouldContain("is in use by another sandbox");
        third.Log.ShouldContain("was made with other options");
    }
}
