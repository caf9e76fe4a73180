using System.Globalization;
using System.Xml.Linq;

namespace Archera.Sandbox.Aws.Ec2;

/// <summary>EC2's elements: lists are <c>item</c>s, times have milliseconds.</summary>
internal static class Ec2Xml
{
    internal static readonly XNamespace Space = "http://ec2.amazonaws.com/doc/2016-11-15/";

    internal static XElement Of(string name, params object?[] content) => new(Space + name, content);

    internal static XElement Set(string name, IEnumerable<IEnumerable<XElement?>> items) =>
        Of(name, items.Select(item => Of("item", item)));

    internal static XElement Time(string name, DateTimeOffset instant) => Of(
        name, instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    internal static XElement Number(string name, decimal number) =>
        Of(name, number.ToString(CultureInfo.InvariantCulture));
}
