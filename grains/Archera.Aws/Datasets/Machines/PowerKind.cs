namespace Archera.Aws.Datasets.Machines;

/// <summary>What is known of a machine over a time. A time that no span covers is down.</summary>
public enum PowerKind
{
    Up,

    /// <summary>It went down, or down and up again, at some moment in between that AWS does not tell.</summary>
    Unknown,
}
