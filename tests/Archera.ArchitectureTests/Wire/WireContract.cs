using System.Reflection;
using Archera.ArchitectureTests.Snapshots;

namespace Archera.ArchitectureTests.Wire;

/// <summary>What silos and clients of different versions say to each other: aliases, ids and types.</summary>
public static class WireContract
{
    private const BindingFlags Members =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static IEnumerable<Type> GrainInterfaces(Assembly assembly) => Written(assembly)
        .Where(type => type.IsInterface && type.IsAssignableTo(typeof(IAddressable)));

    public static IEnumerable<Type> Messages(Assembly assembly) => Written(assembly)
        .Where(type => type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false));

    public static IEnumerable<string> Describe(Assembly assembly) =>
        GrainInterfaces(assembly).SelectMany(DescribeInterface).Concat(Messages(assembly).SelectMany(DescribeMessage));

    public static IEnumerable<MethodInfo> Methods(Type grain) =>
        grain.GetMethods(Members).OrderBy(method => method.Name, StringComparer.Ordinal);

    public static string? AliasOf(MemberInfo member) =>
        member.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias;

    private static IEnumerable<Type> Written(Assembly assembly) => assembly.GetTypes()
        .Where(type => !(type.Namespace ?? "").StartsWith("OrleansCodeGen", StringComparison.Ordinal))
        .OrderBy(type => type.FullName, StringComparer.Ordinal);

    private static IEnumerable<string> DescribeInterface(Type grain)
    {
        yield return $"grain {grain.FullName} [{AliasOf(grain)}]";
        foreach (var method in Methods(grain))
        {
            var parameters = TypeNames.Of(method.GetParameters());
            yield return $"  [{AliasOf(method)}] {TypeNames.Of(method.ReturnType)} {method.Name}({parameters})";
        }
    }

    private static IEnumerable<string> DescribeMessage(Type message)
    {
        yield return $"message {message.FullName} [{AliasOf(message)}]";
        var lines = message.IsEnum
            ? Enum.GetValues(message).Cast<object>().Select(value => $"  {Convert.ToInt64(value)} {value}")
            : message.GetMembers(Members).SelectMany(DescribeMember).OrderBy(member => member.Id)
                .Select(member => $"  {member.Id} {member.Text}");
        foreach (var line in lines)
            yield return line;
    }

    private static IEnumerable<(uint Id, string Text)> DescribeMember(MemberInfo member)
    {
        var type = member switch
        {
            PropertyInfo property => property.PropertyType,
            FieldInfo field => field.FieldType,
            _ => null,
        };
        if (type != null && member.GetCustomAttribute<IdAttribute>() is { } id)
            yield return (id.Id, $"{TypeNames.Of(type)} {member.Name}");
    }
}
