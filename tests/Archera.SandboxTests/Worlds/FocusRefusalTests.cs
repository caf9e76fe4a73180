using Archera.Sandbox.Aws.Worlds;
using Archera.Sandbox.Aws.Worlds.Focus;

namespace Archera.SandboxTests.Worlds;

public sealed class FocusRefusalTests : IDisposable
{
    private readonly FocusFiles _files = new();

    public static TheoryData<string, string> BadRows => new()
    {
        { FocusFiles.Row(provider: "Google Cloud"), "ProviderName is not AWS" },
        { FocusFiles.Row(provider: "NULL"), "ProviderName is not AWS" },
        { FocusFiles.Row(payer: "999988887777"), "a second billing account" },
        { FocusFiles.Row(payer: "NULL"), "BillingAccountId is absent" },
        { FocusFiles.Row(payer: new string('1', 129)), "BillingAccountId has more than 128 characters" },
        { FocusFiles.Row(account: new string('1', 129)), "SubAccountId has more than 128 characters" },
        { FocusFiles.Row(billed: "12,5"), "the record has 12 fields, the header 11" },
        { FocusFiles.Row(billed: "NULL"), "BilledCost is not an amount" },
        { FocusFiles.Row(billed: "twelve"), "BilledCost is not an amount" },
        { FocusFiles.Row(billed: " 1"), "BilledCost is not an amount" },
        { FocusFiles.Row(billed: "NaN"), "BilledCost is not an amount" },
        { FocusFiles.Row(billed: "1E99"), "BilledCost is not an amount" },
        { FocusFiles.Row(effective: "0.12345678901234567890123456789"), "EffectiveCost is not an amount" },
        { FocusFiles.Row(billed: "79228162514264337593543950336"), "BilledCost is not an amount" },
        { FocusFiles.Row(billed: "7922816251426433759354395033"), "the sum of the amounts so far" },
        { FocusFiles.Row(currency: "EUR"), "USD and EUR meet in one day" },
        { FocusFiles.Row(currency: "euro"), "BillingCurrency is not" },
        { FocusFiles.Row(category: "Gift"), "ChargeCategory is none of" },
        { FocusFiles.Row(start: "09/01/2024"), "ChargePeriodStart is not a time" },
        { FocusFiles.Row(service: new string('s', 513)), "ServiceName has more than 512 characters" },
        { FocusFiles.Row(service: "a\"b"), "a quote stands inside a field" },
        { FocusFiles.Row(service: "\"a\"b"), "text follows the closing quote" },
        { FocusFiles.Row(service: "\"a"), "a quoted field is not closed" },
        { FocusFiles.Row(service: $"\"{new string('s', 1 << 20)}\""), "a record is longer than 1048576 characters" },
        { FocusFiles.Row(service: "a\rb"), "a carriage return stands alone" },
    };

    public void Dispose() => _files.Dispose();

    [Theory]
    [MemberData(nameof(BadRows))]
    public void A_bad_record_is_refused_with_its_line(string row, string problem)
    {
        var refusal = _files.Refusal(FocusFiles.Row(service: "\"a\nb\""), FocusFiles.Row(), row);

        refusal.Line.ShouldBe(5);
        refusal.Message.ShouldContain(problem);
        refusal.Message.ShouldStartWith($"{refusal.File}, line 5: ");
    }

    [Fact]
    public void A_refusal_never_repeats_a_value()
    {
        const string secret = "hunter2";

        foreach (var row in new[]
        {
            FocusFiles.Row(billed: secret), FocusFiles.Row(provider: secret), FocusFiles.Row(currency: secret),
            FocusFiles.Row(category: secret), FocusFiles.Row(start: secret), FocusFiles.Row(payer: secret),
        })
            _files.Refusal(FocusFiles.Row(), row).ToString().ShouldNotContain(secret);
    }

    [Theory]
    [InlineData("", 0, "the file is empty")]
    [InlineData("BilledCost,ChargeCategory\n", 1, "column EffectiveCost, BillingAccountId")]
    [InlineData(FocusFiles.Header + ",BilledCost\n", 1, "columns 1 and 12 have the same name")]
    [InlineData(FocusFiles.Header + "\n", 1, "the file has no charges")]
    public void A_file_without_a_bill_is_refused(string text, int line, string problem)
    {
        var refusal = Should.Throw<FocusFormatException>(() => AwsWorld.FromFocus([_files.WriteText(text)]));

        refusal.Line.ShouldBe(line);
        refusal.Message.ShouldContain(problem);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(200)]
    public void A_gzip_file_that_was_cut_off_is_refused(int cut)
    {
        var rows = string.Concat(
            Enumerable.Range(0, 200).Select(i => FocusFiles.Row(billed: $"{i}.{i * 7919}") + "\n"));
        var file = _files.WriteGzip($"{FocusFiles.Header}\n{rows}", cut);

        Should.Throw<FocusFormatException>(() => AwsWorld.FromFocus([file])).Message.ShouldContain("cut off");
    }

    [Fact]
    public void Text_that_is_not_utf8_is_refused()
    {
        var file = _files.Write(FocusFiles.Header, FocusFiles.Row());
        File.AppendAllBytes(file, [0xff, 0xfe, 0x0a]);

        Should.Throw<FocusFormatException>(() => AwsWorld.FromFocus([file])).Message.ShouldContain("not UTF-8");
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var refusal = Should.Throw<FocusFormatException>(() => AwsWorld.FromFocus(["nowhere.csv"]));

        refusal.Message.ShouldBe("nowhere.csv, line 0: the file can't be read.");
    }

    [Fact]
    public void A_payer_in_two_files_is_refused()
    {
        var first = _files.Write(FocusFiles.Header, FocusFiles.Row());
        var second = _files.Write(FocusFiles.Header, FocusFiles.Row(account: "777788889999"));

        var refusal = Should.Throw<FocusFormatException>(() => AwsWorld.FromFocus([first, second]));

        refusal.File.ShouldBe(second);
        refusal.Message.ShouldContain($"billing account 111122223333 is in {first} too");
    }

    [Fact]
    public void Two_accounts_with_one_id_are_refused()
    {
        var hashed = _files.World(FocusFiles.Row(account: "18938484842")).Organizations[0].Accounts[1].Id;

        var refusal = _files.Refusal(FocusFiles.Row(account: "18938484842"), FocusFiles.Row(account: hashed));

        refusal.Line.ShouldBe(3);
        refusal.Message.ShouldContain($"two accounts of the file become {hashed}");
    }
}
