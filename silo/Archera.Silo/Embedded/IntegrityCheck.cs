namespace Archera.Silo.Embedded;

/// <summary>How thoroughly the database is examined at start.</summary>
public enum IntegrityCheck
{
    None,
    Quick,
    Full,
}
