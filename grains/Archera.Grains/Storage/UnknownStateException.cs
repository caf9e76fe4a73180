namespace Archera.Grains.Storage;

/// <summary>The stored record was written by a newer version of Archera. It is left as it is.</summary>
public sealed class UnknownStateException(string record, GrainId grain, int version, int known)
    : Exception(
        $"Record {record} of {grain} has version {version}; this program knows up to {known}. "
        + "Upgrade it, then ask again.");
