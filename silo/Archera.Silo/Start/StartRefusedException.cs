namespace Archera.Silo.Start;

/// <summary>
/// The silo cannot start as it was asked to. The message is one line for whoever started it: what is wrong, with which
/// thing, and what to do.
/// </summary>
public sealed class StartRefusedException(string message, Exception? inner = null) : Exception(message, inner);
