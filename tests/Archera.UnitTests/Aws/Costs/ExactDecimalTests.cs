using System.Globalization;
using Archera.Aws.Costs;
using CsCheck;

namespace Archera.UnitTests.Aws.Costs;

public sealed class ExactDecimalTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("-0.000", "0.000")]
    [InlineData("12.30", "12.30")]
    [InlineData("+7", "7")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("1E-7", "0.0000001")]
    [InlineData("1.50e-3", "0.00150")]
    [InlineData("-1.25E+2", "-125")]
    [InlineData("1E3", "1000")]
    [InlineData("0E-400", "0.0000000000000000000000000000")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("1.0000000000000000000000000000000", "1.0000000000000000000000000000")]
    [InlineData("10E-29", "0.0000000000000000000000000001")]
    public void Reads_every_form_that_AWS_writes_with_its_scale(string text, string expected)
    {
        ExactDecimal.TryParse(text, out var amount).ShouldBeTrue();

        amount.ToString(CultureInfo.InvariantCulture).ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1,000")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("--1")]
    [InlineData("1.2.3")]
    [InlineData("1E")]
    [InlineData("E5")]
    [InlineData("1E99999")]
    [InlineData("1E30")]
    [InlineData("1E-29")]
    [InlineData("79228162514264337593543950336")]
    [InlineData("0.12345678901234567890123456789012345")]
    [InlineData("00000000000000000000000000000000000000000000000000000000000000001")]
    [InlineData("١")]
    public void Refuses_what_can_not_be_held_exactly(string text) =>
        ExactDecimal.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Reads_back_whatever_a_decimal_prints() => Gen.Decimal.Sample(amount =>
    {
        var text = amount.ToString(CultureInfo.InvariantCulture);

        ExactDecimal.TryParse(text, out var read).ShouldBeTrue();
        read.ToString(CultureInfo.InvariantCulture).TrimStart('-').ShouldBe(text.TrimStart('-'));
        read.ShouldBe(amount);
    });

    [Fact]
    public void An_exponent_moves_the_point_and_nothing_else() =>
        Gen.Select(Gen.Int[-999_999, 999_999], Gen.Int[-20, 20]).Sample((mantissa, exponent) =>
        {
            ExactDecimal.TryParse(string.Create(CultureInfo.InvariantCulture, $"{mantissa}E{exponent}"), out var read)
                .ShouldBeTrue();

            var expected = (decimal)mantissa;
            for (var i = 0; i < Math.Abs(exponent); i++)
                expected = exponent < 0 ? expected * 0.1m : expected * 10;
            read.ShouldBe(expected);
        });
}
