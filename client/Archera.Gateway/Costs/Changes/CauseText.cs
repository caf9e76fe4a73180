using Archera.Contracts.Reports;

namespace Archera.Gateway.Costs.Changes;

/// <summary>Causes as one word.</summary>
internal static class CauseText
{
    public const string Pattern = "^(late-usage|credit|refund|fee|tax|first-read|mixed|unknown)$";

    public static string Of(ChangeCauses causes) => causes switch
    {
        ChangeCauses.LateUsage => "late-usage",
        ChangeCauses.Credit => "credit",
        ChangeCauses.Refund => "refund",
        ChangeCauses.Fee => "fee",
        ChangeCauses.Tax => "tax",
        ChangeCauses.FirstRead => "first-read",
        ChangeCauses.None or ChangeCauses.Other => "unknown",
        _ => "mixed",
    };
}
