using Archera.ArchitectureTests.Sources;

namespace Archera.ArchitectureTests.Snapshots;

/// <summary>
/// A checked-in text that shows a change of a shape in the diff. Where it differs, the new text lies beside it as
/// <c>.received.txt</c>: look at it, and move it over the old one when the change is meant.
/// </summary>
public static class Snapshot
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/Archera.ArchitectureTests/Snapshots");

    public static void Matches(string name, IEnumerable<string> lines)
    {
        var received = lines.ToList();
        var path = Path.Combine(Folder, $"{name}.txt");
        var receivedPath = Path.Combine(Folder, $"{name}.received.txt");
        var difference = Difference(File.Exists(path) ? File.ReadAllLines(path) : [], received).ToList();
        if (difference.Count == 0)
        {
            File.Delete(receivedPath);
            return;
        }
        File.WriteAllText(receivedPath, string.Join('\n', received) + '\n');
        difference.Insert(0, $"{name}.txt is not what the code is now; see {name}.received.txt.");
        Assert.Fail(string.Join('\n', difference));
    }

    /// <summary>The lines that only one of the two has, in order, marked - for gone and + for new.</summary>
    public static IEnumerable<string> Difference(IReadOnlyList<string> approved, IReadOnlyList<string> received)
    {
        var common = CommonLines(approved, received);
        var (i, j) = (0, 0);
        while (i < approved.Count && j < received.Count)
        {
            if (approved[i] == received[j])
                (i, j) = (i + 1, j + 1);
            else if (common[i + 1, j] >= common[i, j + 1])
                yield return $"- {approved[i++]}";
            else
                yield return $"+ {received[j++]}";
        }
        foreach (var line in approved.Skip(i))
            yield return $"- {line}";
        foreach (var line in received.Skip(j))
            yield return $"+ {line}";
    }

    // common[i, j]: how many lines the rest of approved from i and the rest of received from j have in common.
    private static int[,] CommonLines(IReadOnlyList<string> approved, IReadOnlyList<string> received)
    {
        var common = new int[approved.Count + 1, received.Count + 1];
        for (var i = approved.Count - 1; i >= 0; i--)
        {
            for (var j = received.Count - 1; j >= 0; j--)
            {
                common[i, j] = approved[i] == received[j]
                    ? common[i + 1, j + 1] + 1
                    : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }
        return common;
    }
}
