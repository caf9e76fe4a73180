namespace Archera.SandboxTests.Judges;

/// <summary>Answers of the real AWS as a client library parsed them, where this machine has them.</summary>
internal static class RecordedAnswers
{
    internal static DirectoryInfo? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var recorded = new DirectoryInfo(Path.Combine(folder.FullName, "shared", "data", "recorded"));
            if (recorded.Exists)
                return recorded;
        }

        return null;
    }
}
