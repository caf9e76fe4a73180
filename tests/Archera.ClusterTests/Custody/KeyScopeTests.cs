using Archera.Silo.Custody;

namespace Archera.ClusterTests.Custody;

public sealed class KeyScopeTests
{
    [Theory]
    [InlineData("aws:111122223333", "payer/aws:111122223333")]
    [InlineData("aws:111122223333/2026-11", "payer/aws:111122223333")]
    [InlineData("aws-us-gov:111122223333/444455556666", "payer/aws-us-gov:111122223333")]
    [InlineData("t-abcdefgh12345678", "tenant/t-abcdefgh12345678")]
    [InlineData("t-abcdefgh12345678/aws:111122223333", "tenant/t-abcdefgh12345678")]
    [InlineData("key:abcd1234", "installation")]
    [InlineData("tenants", "installation")]
    [InlineData("aws:11112222333", "installation")]
    [InlineData("AWS:111122223333", "installation")]
    public void Is_read_from_the_grains_key(string grain, string scope) =>
        KeyScope.Of(GrainId.Create("any", grain)).Name.ShouldBe(scope);
}
