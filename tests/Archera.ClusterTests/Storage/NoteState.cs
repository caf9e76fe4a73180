namespace Archera.ClusterTests.Storage;

[GenerateSerializer, Alias("archera.tests.NoteState")]
public sealed class NoteState
{
    [Id(0)]
    public string Text { get; set; } = "";
}
