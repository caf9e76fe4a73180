namespace Archera.Gateway.Problems;

/// <summary>Endpoint metadata: the problems of its own that an endpoint can answer with, for its description.</summary>
internal sealed record ProblemCodes(IReadOnlyList<ProblemType> Types)
{
    /// <summary>Of whatever asks one account: it may not be the tenant's, or not be able to answer.</summary>
    public static ProblemCodes OfAccount { get; } =
        new([ProblemCatalogue.NotFound, ProblemCatalogue.AccountUnreadable, ProblemCatalogue.RecordLost]);
}
