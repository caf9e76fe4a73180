namespace Archera.Contracts.Reports;

/// <summary>Why a figure likely changed, told by the record types that changed on the same day and account.</summary>
[Flags]
[GenerateSerializer, Alias("archera.ChangeCauses")]
public enum ChangeCauses
{
    /// <summary>Nothing changed, or nothing says why.</summary>
    None = 0,

    /// <summary>Usage that AWS billed or corrected later.</summary>
    LateUsage = 1,

    Credit = 2,

    Refund = 4,

    /// <summary>Fees, those of commitments and support included.</summary>
    Fee = 8,

    Tax = 16,

    /// <summary>No restatement: the day was first read after the earlier moment.</summary>
    FirstRead = 32,

    /// <summary>Something that has no name here.</summary>
    Other = 64,
}
