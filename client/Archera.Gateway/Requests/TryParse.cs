namespace Archera.Gateway.Requests;

/// <summary>The way all our ids are read from text.</summary>
internal delegate bool TryParse<T>(string? text, out T value);
