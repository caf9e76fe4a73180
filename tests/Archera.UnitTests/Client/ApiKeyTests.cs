using Archera.Client.Keys;

namespace Archera.UnitTests.Client;

public sealed class ApiKeyTests
{
    [Fact]
    public void A_generated_key_reads_back_as_itself()
    {
        var key = ApiKey.Generate();

        ApiKey.TryParse(key.Reveal(), out var parsed).ShouldBeTrue();

        parsed.Id.ShouldBe(key.Id);
        parsed.SecretHash().ShouldBe(key.SecretHash());
        parsed.FixedTimeEquals(key).ShouldBeTrue();
    }

    [Fact]
    public void Two_generated_keys_differ() => ApiKey.Generate().FixedTimeEquals(ApiKey.Generate()).ShouldBeFalse();

    [Fact]
    public void Printing_a_key_hides_its_secret()
    {
        var key = ApiKey.Generate();

        $"{key}".ShouldBe($"arc_{key.Id}_(secret)");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("arc_abcdefgh_0123456789012345678901234567890")]
    [InlineData("arc_abcdefgh_012345678901234567890123456789012")]
    [InlineData("ARC_abcdefgh_01234567890123456789012345678901")]
    [InlineData("arc_abcdefg_012345678901234567890123456789012")]
    [InlineData("arc_abcdefgh-01234567890123456789012345678901")]
    [InlineData("arc_abcdefg!_01234567890123456789012345678901")]
    [InlineData("arc_abcdefgh_0123456789012345678901234567890é")]
    public void Anything_else_is_no_key(string? text) => ApiKey.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void The_hash_is_the_SHA_256_of_the_secret_alone()
    {
        ApiKey.TryParse("arc_abcdefgh_01234567890123456789012345678901", out var key).ShouldBeTrue();

        Convert.ToHexStringLower([.. key.SecretHash()])
            .ShouldBe("861009ec4d599fab1f40abc76e6f89880cff5833c79c548c99f9045f191cd90b");
    }
}
