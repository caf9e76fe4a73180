namespace Archera.Aws.Datasets;

/// <summary>Whose role a dataset is read through.</summary>
public enum DatasetPlace
{
    /// <summary>The connected account's: a payer's, or a linked account's that is connected alone.</summary>
    ConnectedAccount,

    /// <summary>A payer's only: an account connected alone is not read for it.</summary>
    Payer,

    /// <summary>Each linked account's own, the payer's among them.</summary>
    LinkedAccount,
}
