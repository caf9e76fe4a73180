namespace Archera.Gateway.Problems;

/// <summary>Endpoint metadata: the problems of its own that an endpoint can answer with, for its description.</summary>
internal sealed record ProblemCodes(IReadOnlyList<ProblemType> Types);
