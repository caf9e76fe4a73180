namespace Archera.Grains.Storage;

/// <summary>A stored record can't be read by this program.</summary>
[GenerateSerializer, Alias("archera.StateRefused")]
public abstract class StateRefusedException(string message) : Exception(message)
{
    /// <summary>A stored record was refused, in this silo or in the one that was asked.</summary>
    public static bool IsIn(Exception exception) =>
        exception is StateRefusedException || exception.InnerException is { } inner && IsIn(inner);
}
