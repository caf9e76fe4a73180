namespace Archera.Gateway.Requests;

/// <summary>
/// Reads enum values by their exact names. <see cref="Enum.TryParse{T}(string, out T)"/> also takes numbers.
/// </summary>
internal static class EnumNames
{
    public static string Of<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetNames<T>());

    public static bool TryParse<T>(string? text, out T value)
        where T : struct, Enum
    {
        var index = Array.IndexOf(Enum.GetNames<T>(), text);
        value = index < 0 ? default : Enum.GetValues<T>()[index];
        return index >= 0;
    }
}
