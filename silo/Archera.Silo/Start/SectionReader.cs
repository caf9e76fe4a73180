using System.ComponentModel.DataAnnotations;

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
        RefuseUnknownKeys<T>(source);
        var options = Bind<T>(source);
        var problems = new List<ValidationResult>();
        if (!Validator.TryValidateObject(options, new(options), problems, validateAllProperties: true))
        {
            var lines = problems.Select(problem => $"{section}: {problem.ErrorMessage}");
            throw new StartRefusedException(string.Join(" ", lines));
        }

        return options;
    }

    private static T Bind<T>(IConfigurationSection source)
        where T : class, new()
    {
        try
        {
            return source.Get<T>() ?? new T();
        }
        catch (InvalidOperationException malformed)
        {
            var hint = malformed.InnerException is { } inner ? " " + inner.Message : "";
            var line = $"{malformed.Message.TrimEnd('.')}.{hint}".ReplaceLineEndings(" ");
            throw new StartRefusedException(line, malformed);
        }
    }

    private static void RefuseUnknownKeys<T>(IConfigurationSection source)
    {
        var known = typeof(T).GetProperties().Select(property => property.Name).ToArray();
        var unknown = source.GetChildren().FirstOrDefault(
            child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase));
        if (unknown is not null)
            throw new StartRefusedException(
                $"Nothing reads {unknown.Path}. {source.Path} has {string.Join(", ", known)}.");
    }
}
