namespace Archera.Silo.Custody;

/// <param name="Version">What the store names this content by; another write makes another one.</param>
public sealed record KeyDocument(byte[] Content, string Version);
