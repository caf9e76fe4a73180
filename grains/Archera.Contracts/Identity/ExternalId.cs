namespace Archera.Contracts.Identity;

/// <summary>
/// The external id of one claim. It is shown to the tenant that owns the claim and sent to STS, and is never printed:
/// <see cref="ToString"/> hides it, <see cref="Reveal"/> is called only where it leaves for one of those two.
/// </summary>
[GenerateSerializer, Immutable, Alias("archera.ExternalId")]
public readonly record struct ExternalId
{
    [Id(0)]
    private readonly string _value;

    public ExternalId(string value) => _value = value;

    public string Reveal() => _value;

    public override string ToString() => "(external id)";
}
