namespace Archera.ArchitectureTests.Sources;

/// <summary>Which project may refer to which: Gateway → Client → Contracts ← Grains → Aws → AwsSdk.</summary>
public static class DependencyArrows
{
    private const string AnyStandIn = "AWSSDK.*";

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Archera.Contracts"] = [],
        ["AWSSDK.CostExplorer"] = [],
        ["AWSSDK.CloudWatch"] = [],
        ["AWSSDK.Organizations"] = [],
        ["AWSSDK.SavingsPlans"] = [],
        ["Archera.Aws"] = ["Archera.Contracts", AnyStandIn],
        ["Archera.Grains"] = ["Archera.Aws", "Archera.Contracts"],
        ["Archera.Client"] = ["Archera.Contracts"],
        ["Archera.Gateway"] = ["Archera.Client", "Archera.Contracts"],
        ["Archera.Silo"] = ["Archera.Grains", "Archera.Gateway"],
        ["Archera.Sandbox.Aws"] = [],
        ["Archera.Sandbox"] = ["Archera.Silo", "Archera.Sandbox.Aws"],
    };

    public static IEnumerable<string> Violations(IEnumerable<ProjectFile> projects) =>
        projects.Where(project => project.TopFolder != "tests").SelectMany(Violations);

    private static IEnumerable<string> Violations(ProjectFile project)
    {
        if (!Allowed.TryGetValue(project.Name, out var allowed))
            return [$"{project.Path}: say in {nameof(DependencyArrows)} what {project.Name} may refer to"];
        return project.Projects
            .Where(target => !allowed.Contains(Family(target)))
            .Select(target => $"{project.Path}: refers to {target}; allowed: {string.Join(", ", allowed)}");
    }

    private static string Family(string project) =>
        project.StartsWith("AWSSDK.", StringComparison.Ordinal) ? AnyStandIn : project;
}
