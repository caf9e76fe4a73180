using System.Globalization;
using System.Text.RegularExpressions;
using Archera.Gateway.Costs;
using CsCheck;

namespace Archera.UnitTests.Gateway;

public sealed class AmountTextTests
{
    [Theory]
    [InlineData("5.17815854160")]
    [InlineData("127034.2400000000")]
    [InlineData("0.0000000001")]
    [InlineData("-12.30")]
    [InlineData("0")]
    [InlineData("0.00")]
    [InlineData("79228162514264337593543950335")]
    public void Keeps_every_digit_and_the_scale(string text) =>
        AmountText.Of(decimal.Parse(text, CultureInfo.InvariantCulture)).ShouldBe(text);

    [Fact]
    public void Knows_no_negative_zero() => AmountText.Of(-0.00m).ShouldBe("0.00");

    [Fact]
    public void Is_plain_for_every_decimal_and_reads_back_equal() => Gen.Decimal.Sample(amount =>
    {
        var text = AmountText.Of(amount);
        return Regex.IsMatch(text, @"^-?[0-9]+(\.[0-9]+)?\z")
            && decimal.Parse(text, CultureInfo.InvariantCulture) == amount;
    });
}
