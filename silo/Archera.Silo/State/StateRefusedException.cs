namespace Archera.Silo.State;

/// <summary>
/// A stored record cannot be read by this program. It is never overwritten: the grain does not activate.
/// </summary>
public sealed class StateRefusedException(string message) : Exception(message);
