using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Archera.Silo.Start;

/// <summary>
/// Reads an options section before any service exists. Whatever is wrong in it is a <see cref="StartRefusedException"/>
/// that names the key: a value that can't be read, a value out of range, and a key that nobody reads.
/// </summary>
public static class SectionReader
{
    public static T Read<T>(IConfiguration configuration, string section)
        where T : class, new()
    {
        var source = configuration.GetSection(section);
        Require(source, [typeof(T)], []);
        return source.Get<T>() ?? new T();
    }

    /// <summary>Checks a section that several records may be read from.</summary>
    /// <param name="subsections">Names in it that are sections of their own.</param>
    public static void Require(IConfigurationSection source, Type[] records, string[] subsections)
    {
        var properties = records.SelectMany(record => record.GetProperties()).Where(known => known.CanWrite).ToArray();
        RefuseUnknownKeys(source, [.. properties.Select(property => property.Name).Distinct(), .. subsections]);
        foreach (var property in properties)
            RequireReadable(source, property);
        var wrong = records.SelectMany(record => Wrong(source, record)).ToArray();
        if (wrong.Length > 0)
            throw new StartRefusedException(string.Join(" ", wrong));
    }

    private static void RefuseUnknownKeys(IConfigurationSection source, string[] known)
    {
        var unknown = source.GetChildren().FirstOrDefault(
            child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase));
        if (unknown is not null)
            throw new StartRefusedException(
                $"Nothing reads {unknown.Path}. {source.Path} has {string.Join(", ", known)}.");
    }

    private static void RequireReadable(IConfigurationSection source, PropertyInfo property)
    {
        if (source[property.Name] is not { } text)
            return;
        try
        {
            source.GetValue(property.PropertyType, property.Name);
        }
        catch (InvalidOperationException malformed)
        {
            var expected = Expected(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
            throw new StartRefusedException($"{source.Path}:{property.Name} is '{text}'. Give {expected}.", malformed);
        }
    }

    private static string Expected(Type type) =>
        type == typeof(bool) ? "true or false"
        : type == typeof(TimeSpan) ? "a time such as 00:05:00 (5 minutes) or 1.00:00:00 (a day)"
        : type == typeof(double) ? "a number"
        : type == typeof(Uri) ? "an address"
        : type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}"
        : "a whole number that is not too large";

    private static IEnumerable<string?> Wrong(IConfigurationSection source, Type record)
    {
        var options = source.Get(record) ?? Activator.CreateInstance(record)!;
        var wrong = new List<ValidationResult>();
        foreach (var property in record.GetProperties().Where(property => property.CanWrite))
        {
            var named = new ValidationContext(options)
            {
                MemberName = property.Name,
                DisplayName = $"{source.Path}:{property.Name}",
            };
            Validator.TryValidateProperty(property.GetValue(options), named, wrong);
        }

        if (options is IValidatableObject whole)
            wrong.AddRange(whole.Validate(new ValidationContext(options)));
        return wrong.Select(result => result.ErrorMessage);
    }
}
