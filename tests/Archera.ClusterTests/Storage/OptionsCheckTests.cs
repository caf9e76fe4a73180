using Archera.Aws.Calls;
using Archera.Silo;
using Archera.Silo.Start;

namespace Archera.ClusterTests.Storage;

/// <summary>Options that are wrong: one line that names them, before anything is made.</summary>
public sealed class OptionsCheckTests : IDisposable
{
    private const string Role = "arn:aws:iam::111122223333:role/control";

    private readonly TemporaryDirectory _directory = new();

    public static TheoryData<string> CallOptions =>
        [.. typeof(AwsCallOptions).GetProperties().Where(property => property.CanWrite)
            .Select(property => $"Aws:Calls:{property.Name}")];

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("Cluster:Profile", "Huge", "Cluster:Profile is 'Huge'. Give one of Embedded, Cluster.")]
    [InlineData("Cluster:Profile", "7", "Cluster:Profile")]
    [InlineData("Cluster:SiloPort", "70000", "Cluster:SiloPort must be between 0 and 65535")]
    [InlineData("Cluster:SiloPort", "many", "Cluster:SiloPort is 'many'. Give a whole number")]
    [InlineData("Cluster:ShutdownSeconds", "0", "Cluster:ShutdownSeconds must be between 1 and 300")]
    [InlineData("Embedded:IntegrityCheck", "Deep", "Embedded:IntegrityCheck is 'Deep'")]
    [InlineData("Refresh:Period", "abc", "Refresh:Period is 'abc'. Give a time such as 00:05:00")]
    [InlineData("Refresh:Period", "-1", "Refresh:Period must be between 00:01:00 and")]
    [InlineData("Offboarding:RetryPeriod", "abc", "Offboarding:RetryPeriod is 'abc'")]
    [InlineData("Onboarding:SettlingRetries", "abc", "Onboarding:SettlingRetries is 'abc'")]
    [InlineData("Reports:FanOut", "0", "Reports:FanOut must be between 1 and 1000")]
    [InlineData("Aws:Costs:MaxPages", "99999999999", "Aws:Costs:MaxPages is '99999999999'")]
    [InlineData("Aws:LinkedAccounts:Freshness", "abc", "Aws:LinkedAccounts:Freshness is 'abc'")]
    [InlineData("Billing:OffsetDays", "abc", "Billing:OffsetDays is 'abc'")]
    [InlineData("Billing:OffsetDays", "99999999", "Billing:OffsetDays must be between -3650 and 3650")]
    [InlineData("urls", "http://127.0.0.1:99999", "--urls: 'http://127.0.0.1:99999' is not an address")]
    public void Names_the_value_that_is_wrong(string key, string value, string said) =>
        Refusal($"--{key}", value).ShouldContain(said);

    [Theory]
    [MemberData(nameof(CallOptions))]
    public void Names_each_option_of_calls_that_cannot_be_read(string key) =>
        Refusal($"--{key}", "abc").ShouldContain($"{key} is 'abc'");

    [Theory]
    [InlineData("Cluster:SiloPorts")]
    [InlineData("Embedded:Path")]
    [InlineData("Keys:CertificatePasword")]
    [InlineData("Refresh:Perod")]
    [InlineData("Reports:FanOuts")]
    [InlineData("Offboarding:Retry")]
    [InlineData("Onboarding:DriftChekPeriod")]
    [InlineData("Operator:Keys")]
    [InlineData("Billing:Offset")]
    [InlineData("Aws:Endpoint")]
    [InlineData("Aws:Calls:MaxRetries")]
    [InlineData("Aws:Costs:Fresh")]
    [InlineData("Aws:LinkedAccounts:Fresh")]
    [InlineData("Aws:Partitions:aws:WitnesProfile")]
    public void Names_the_key_that_nobody_reads(string key) =>
        Refusal("--Aws:Partitions:aws:Profile", "vendor", $"--{key}", "1").ShouldContain($"Nothing reads {key}.");

    [Theory]
    [InlineData("WitnessControlRole", Role, "WitnessControlRole is set without WitnessProfile")]
    [InlineData("ColleagueControlRole", Role, "ColleagueControlRole is set without ColleagueProfile")]
    [InlineData("WitnessProfile", "w", "WitnessControlRole must be the ARN of a role")]
    [InlineData("ControlRole", "abc", "ControlRole must be the ARN of a role")]
    public void Refuses_half_a_principal(string option, string value, string said) =>
        Refusal("--Aws:Partitions:aws:Profile", "vendor", $"--Aws:Partitions:aws:{option}", value).ShouldContain(said);

    [Fact]
    public void Refuses_a_password_without_a_certificate() =>
        Refusal("--Keys:CertificatePassword", "x").ShouldContain("Keys:CertificatePassword is set without");

    [Fact]
    public void Refuses_an_operator_key_that_is_none() =>
        Refusal("--Operator:Key", "abc").ShouldContain("Operator:Key is missing or malformed");

    private string Refusal(params string[] args)
    {
        string[] all =
        [
            "--urls", "http://127.0.0.1:0", "--Embedded:Directory", _directory.Path,
            "--Keys:Directory", _directory.Keys, "--Keys:Store", _directory.KeyStore, .. args,
        ];
        var line = Should.Throw<StartRefusedException>(() => SiloApplication.Create(all)).Message;
        line.ShouldNotContain("\n");
        Directory.EnumerateFileSystemEntries(_directory.Path).ShouldBeEmpty();
        (Directory.Exists(_directory.Keys) || Directory.Exists(_directory.KeyStore)).ShouldBeFalse();
        return line;
    }
}
