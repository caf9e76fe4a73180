namespace Archera.Sandbox.Aws.Protocol.Shapes;

/// <summary>Writes a result's members, in whichever protocol it is asked for.</summary>
internal interface IShapeWriter
{
    void StartStructure();

    void EndStructure();

    void StartList();

    void EndList();

    /// <summary>The member that the next value is of.</summary>
    void Member(string name);

    void Text(string value);

    void Number(double value);

    void Instant(DateTimeOffset value);
}
