using System.Reflection;
using Archera.Aws;
using Archera.Aws.Sessions;
using Archera.EndToEndTests.Processes;
using Archera.Gateway;
using Archera.Grains;
using Archera.Silo;

namespace Archera.EndToEndTests.Documentation;

public sealed class OperationsPageTests
{
    private static readonly Assembly[] Programs =
    [
        typeof(SiloApplication).Assembly, typeof(GatewayServices).Assembly, typeof(GrainsRegistration).Assembly,
        typeof(ArcheraAwsServices).Assembly,
    ];

    [Fact]
    public void Names_every_option_of_every_section()
    {
        var page = File.ReadAllText(Path.Combine(BuiltProgram.Repository, "docs", "operations.md"));
        var options = Programs.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal))
            .Where(type => type.GetConstructor([]) is not null)
            .SelectMany(type => type.GetProperties().Where(property => property.CanWrite)
                .Select(property => Key(type, property)))
            .ToArray();

        options.Length.ShouldBeGreaterThan(50);
        options.Where(key => !page.Contains(key, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static string Key(Type options, PropertyInfo property) =>
        $"{Section(options)}:{property.Name}"
            .Replace("Aws:Partitions:", "Aws:Partitions:<partition>:", StringComparison.Ordinal);

    // Sections are named by the record, or like it.
    private static string Section(Type options) =>
        options.GetField("Section")?.GetRawConstantValue() as string ?? options.Name switch
        {
            nameof(AwsPartitionOptions) => "Aws:Partitions",
            "ReportOptions" => "Reports",
            _ => options.Name[..^"Options".Length],
        };
}
