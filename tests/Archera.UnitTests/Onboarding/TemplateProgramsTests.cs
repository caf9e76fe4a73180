using System.ComponentModel;
using System.Diagnostics;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Gateway.Onboarding;

namespace Archera.UnitTests.Onboarding;

/// <summary>The programs that templates are written for as judges; a machine without one skips, and says so.</summary>
public sealed class TemplateProgramsTests
{
    private static readonly RoleBlueprint Role = new(
        PayerAccountKey.Parse("aws:012345678901"),
        new RoleRights(PermissionTier.Production, ConnectionMode.Payer),
        """arn:aws:iam::012345678901:user/o'x"$(id)${y}%{z}\`w`""",
        new ExternalId("arc-0123456789abcdefghijABCDEFGHIJ01"));

    [Fact]
    public async Task Terraform_reads_its_configuration_and_would_write_it_no_other_way() =>
        (await RunAsync("terraform", TerraformTemplate.Render(Role), "fmt", "-check", "-diff", "-"))
            .ShouldBe((0, ""));

    [Fact]
    public async Task The_linter_of_CloudFormation_has_nothing_against_a_template()
    {
        var trial = Role with { Rights = new RoleRights(PermissionTier.Trial, ConnectionMode.Payer) };
        string[] templates =
        [
            CloudFormationTemplate.Stack(Role), CloudFormationTemplate.Published(Role.Rights),
            CloudFormationTemplate.StackSet(Role), CloudFormationTemplate.StackSet(trial),
        ];

        foreach (var template in templates)
            (await RunAsync("cfn-lint", template, "/dev/stdin")).ShouldBe((0, ""));
    }

    [Fact]
    public async Task Bash_reads_the_script() =>
        (await RunAsync("bash", AwsCliScript.Render(Role), "-n")).ExitCode.ShouldBe(0);

    private static async Task<(int ExitCode, string Output)> RunAsync(
        string program, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{start.FileName} is not on this machine.");
            throw;
        }
    }
}
