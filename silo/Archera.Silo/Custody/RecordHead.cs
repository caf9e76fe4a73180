namespace Archera.Silo.Custody;

/// <param name="Bytes">As many of the record's first bytes as name the key that sealed it, or all that it has.</param>
public sealed record RecordHead(string GrainKey, byte[] Bytes);
