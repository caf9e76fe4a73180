using Archera.Gateway.Tenants;

namespace Archera.UnitTests.Gateway;

public sealed class TenantNameTests
{
    [Theory]
    [InlineData("\u200B")]
    [InlineData("\u200D\u2060\uFEFF")]
    [InlineData("\u00AD \u200B")]
    [InlineData("\u034F\uFE0F")]
    [InlineData("\u3164")]
    [InlineData("\u2800\u200B")]
    public void Refuses_a_name_without_one_visible_character(string name)
    {
        TenantName.TryParse(name, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Acme")]
    [InlineData("7")]
    [InlineData("株式会社アクメ")]
    [InlineData("نمونه\u200Cها")]
    [InlineData("\U0001F469\u200D\U0001F680")]
    public void Takes_a_name_of_any_script_whatever_joins_its_letters(string name)
    {
        TenantName.TryParse(name, out var parsed).ShouldBeTrue();
        parsed.ShouldBe(name);
    }
}
