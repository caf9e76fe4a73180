using System.Globalization;
using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Iam.Operations;

/// <summary>The tags that a role is made with.</summary>
internal static class RoleTags
{
    private const int MaxTags = 50;

    internal static void Check(QueryForm form, FieldChecks checks)
    {
        var keys = form.Members("Tags", ".Key");
        checks.Count(keys.Count, "tags", MaxTags);
        for (var index = 1; index <= keys.Count; index++)
        {
            var member = string.Create(CultureInfo.InvariantCulture, $"tags.{index}.member");
            var value = form[Value(index)];
            checks.Text(keys[index - 1], $"{member}.key", 1, 128);
            checks.Required(value, $"{member}.value");
            checks.Text(value, $"{member}.value", 0, 256);
        }
    }

    internal static AwsError? Wrong(QueryForm form)
    {
        var keys = form.Members("Tags", ".Key");
        return keys.Distinct(StringComparer.OrdinalIgnoreCase).Count() == keys.Count
            ? null
            : new AwsError(
                400, "InvalidInput", "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    }

    internal static Dictionary<string, string> Read(QueryForm form) => form.Members("Tags", ".Key")
        .Select((key, index) => (key, value: form[Value(index + 1)]!))
        .ToDictionary(tag => tag.key, tag => tag.value, StringComparer.Ordinal);

    private static string Value(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"Tags.member.{number}.Value");
}
