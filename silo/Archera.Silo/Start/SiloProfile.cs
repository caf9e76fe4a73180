namespace Archera.Silo.Start;

/// <summary>What the silo stands on.</summary>
public enum SiloProfile
{
    /// <summary>One process is the whole product: SQLite, memory streams, and the HTTP API beside the grains.</summary>
    Embedded,

    /// <summary>Several silos on one Azure storage account; gateways are processes of their own.</summary>
    Cluster,
}
