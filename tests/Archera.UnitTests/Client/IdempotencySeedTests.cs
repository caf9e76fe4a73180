using Archera.Client.Keys;
using CsCheck;

namespace Archera.UnitTests.Client;

public sealed class IdempotencySeedTests
{
    private static readonly ApiKey Operator = Parse("arc_operator_operatoroperatoroperatoroperator");

    [Fact]
    public void The_same_request_derives_the_same_key_in_every_version()
    {
        var key = new IdempotencySeed(Operator, "create-1").Derive("Acme");

        key.Reveal().ShouldBe("arc_D2EsgsPl_wrqtYHEvMkewjqEMEswY8MRvZ60kE4Ms");
    }

    [Theory]
    [InlineData("create-2", "Acme")]
    [InlineData("create-1", "Acme2")]
    [InlineData("create-", "1Acme")]
    public void Any_other_request_derives_another_key(string idempotencyKey, string name)
    {
        var key = new IdempotencySeed(Operator, "create-1").Derive("Acme");

        var other = new IdempotencySeed(Operator, idempotencyKey).Derive(name);

        other.FixedTimeEquals(key).ShouldBeFalse();
        other.Id.ShouldNotBe(key.Id);
    }

    [Fact]
    public void Another_operator_key_derives_another_key()
    {
        var key = new IdempotencySeed(Operator, "create-1").Derive("Acme");

        var other = new IdempotencySeed(ApiKey.Generate(), "create-1").Derive("Acme");

        other.FixedTimeEquals(key).ShouldBeFalse();
    }

    [Fact]
    public void Every_derived_key_is_a_well_formed_key() =>
        Gen.Select(Gen.String[Gen.Char[' ', '~'], 1, 255], Gen.String[1, 100]).Sample((idempotencyKey, name) =>
            ApiKey.TryParse(new IdempotencySeed(Operator, idempotencyKey).Derive(name).Reveal(), out _));

    private static ApiKey Parse(string text) =>
        ApiKey.TryParse(text, out var key) ? key : throw new FormatException(text);
}
