namespace Archera.Sandbox.Progress;

/// <summary>Shows how far each tenant is. Safe for concurrent use.</summary>
internal interface IProgressBoard
{
    /// <summary>Says what the tenant is at before its bills are read.</summary>
    void Phase(string tenant, string phase);

    void Ingest(string tenant, IngestProgress progress);
}
