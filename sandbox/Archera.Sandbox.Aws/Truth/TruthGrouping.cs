namespace Archera.Sandbox.Aws.Truth;

/// <summary>What the truth can be grouped by, in the words of the product's own API.</summary>
public enum TruthGrouping
{
    Service,
    LinkedAccount,
    RecordType,
    Region,
    UsageType,
}
