namespace Archera.Contracts;

/// <summary>Why something asked for was not done: an expected outcome, not an exception.</summary>
/// <param name="Code">A stable code of <see cref="RefusalCodes"/>.</param>
/// <param name="Message">What happened, to which thing, and what to do next. Never a secret or an external id.</param>
/// <param name="Field">The request field at fault, where there is one.</param>
[GenerateSerializer, Immutable, Alias("archera.Refusal")]
public sealed record Refusal(
    [property: Id(0)] string Code,
    [property: Id(1)] string Message,
    [property: Id(2)] string? Field = null);
