using System.Reflection;

namespace Archera.ArchitectureTests.Snapshots;

/// <summary>Every public type of an assembly and what it declares, one a line.</summary>
public static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Describe(Assembly assembly) => assembly.GetExportedTypes()
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .SelectMany(Describe);

    private static IEnumerable<string> Describe(Type type)
    {
        var bases = new[] { type.BaseType }.Where(parent => parent != typeof(object))
            .Concat(type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? []))
            .OfType<Type>()
            .Select(TypeNames.Of);
        return type.GetMembers(Declared)
            .Select(Describe)
            .OfType<string>()
            .Order(StringComparer.Ordinal)
            .Select(line => $"  {line}")
            .Prepend($"{(type.IsInterface ? "interface" : "class")} {type.FullName} : {string.Join(", ", bases)}");
    }

    private static string? Describe(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"({TypeNames.Of(constructor.GetParameters())})",
        FieldInfo field => $"static {TypeNames.Of(field.FieldType)} {field.Name}",
        PropertyInfo property => $"{TypeNames.Of(property.PropertyType)} {property.Name}{Accessors(property)}",
        MethodInfo { IsSpecialName: true } method when !method.Name.StartsWith("op_", StringComparison.Ordinal) => null,
        MethodInfo method =>
            $"{TypeNames.Of(method.ReturnType)} {method.Name}({TypeNames.Of(method.GetParameters())})",
        _ => null,
    };

    private static string Accessors(PropertyInfo property) =>
        $" {{{(property.CanRead ? " get;" : "")}{(property.SetMethod is { IsPublic: true } ? " set;" : "")} }}";
}
