namespace Archera.Gateway.Documentation;

/// <summary>Endpoint metadata: a header that an answer of this status carries, for the description.</summary>
internal sealed record AnswerHeader(int Status, string Name, string Description);
