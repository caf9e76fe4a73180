using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Archera.UnitTests.Onboarding;

/// <summary>Reads YAML as CloudFormation does: what is not quoted is read by its looks.</summary>
internal static class YamlText
{
    public static JsonObject Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (JsonObject)Read(stream.Documents.ShouldHaveSingleItem().RootNode);
    }

    private static JsonNode Read(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(
            child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, (JsonNode?)Read(child.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Select(Read)]),
        YamlScalarNode { Style: ScalarStyle.Plain } plain when char.IsAsciiDigit(plain.Value![0]) =>
            JsonValue.Create(long.Parse(plain.Value, CultureInfo.InvariantCulture)),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value!),
        _ => throw new InvalidDataException($"{node.NodeType} is nothing that a template holds."),
    };
}
