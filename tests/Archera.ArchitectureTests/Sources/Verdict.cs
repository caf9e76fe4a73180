namespace Archera.ArchitectureTests.Sources;

public static class Verdict
{
    /// <summary>Fails with one violation a line.</summary>
    public static void None(IEnumerable<string> violations)
    {
        var found = violations.ToList();
        if (found.Count > 0)
            Assert.Fail($"{found.Count} violations:\n{string.Join('\n', found)}");
    }
}
