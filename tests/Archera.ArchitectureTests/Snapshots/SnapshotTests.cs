namespace Archera.ArchitectureTests.Snapshots;

public sealed class SnapshotTests
{
    [Fact]
    public void Says_nothing_of_what_is_the_same() => Snapshot.Difference(["a", "b"], ["a", "b"]).ShouldBeEmpty();

    [Fact]
    public void Marks_what_is_gone_and_what_is_new() =>
        Snapshot.Difference(["a", "b", "c"], ["a", "x", "c", "d"]).ShouldBe(["- b", "+ x", "+ d"]);

    [Fact]
    public void Marks_a_line_that_moved() => Snapshot.Difference(["a", "b"], ["b", "a"]).ShouldBe(["- a", "+ a"]);
}
