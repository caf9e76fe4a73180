namespace Archera.Contracts.Reports;

/// <summary>The figures that are wrong where a linked account is connected alone.</summary>
[GenerateSerializer, Alias("archera.CaveatFigure")]
public enum CaveatFigure
{
    /// <summary>The share of usage that commitments cover.</summary>
    Coverage,

    /// <summary>What commitments save.</summary>
    Savings,

    /// <summary>Costs after negotiated discounts.</summary>
    NetSpend,

    /// <summary>Discounts that the organization's accounts share: commitments, and rates for volume.</summary>
    SharedDiscounts,

    /// <summary>Credits and refunds.</summary>
    Credits,
}
