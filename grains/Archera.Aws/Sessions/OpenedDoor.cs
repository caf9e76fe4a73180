namespace Archera.Aws.Sessions;

/// <summary>A role opened to a try. The credentials have been thrown away.</summary>
public sealed record OpenedDoor;
