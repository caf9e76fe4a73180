namespace Archera.Grains.Reports;

public enum MergeKind
{
    Stored,

    /// <summary>The same content was read again: its read time moves.</summary>
    Unchanged,

    /// <summary>This stamp or a newer one is there already.</summary>
    Superseded,
}
