using Archera.Contracts.Identity;

namespace Archera.Aws.Sessions;

/// <summary>One try at opening a role, to learn whether it opens; the session is thrown away unused.</summary>
/// <param name="ExternalId">What is sent as external id; null sends none.</param>
/// <param name="Full">
/// In exactly the form of a session that is read with, source identity and duration included; otherwise bare: a role
/// may refuse the full form for want of another permission, and open to the bare one. Both carry the session policy: no
/// trust policy can ask for it or forbid it, so that it hides nothing, and what opens could never write.
/// </param>
/// <param name="By">Who of us tries.</param>
public sealed record DoorTry(ExternalId? ExternalId, bool Full, OurPrincipal By = OurPrincipal.Ourselves);
