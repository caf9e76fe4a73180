using System.Globalization;
using System.Text;
using System.Xml;

namespace Archera.Sandbox.Aws.Protocol.Shapes;

/// <summary>A query service's XML: lists of <c>member</c> elements, instants in ISO 8601.</summary>
internal sealed class XmlShapeWriter : IShapeWriter
{
    private const string Item = "member";

    private readonly XmlWriter _xml;
    private readonly string _space;
    private string _next;

    private XmlShapeWriter(XmlWriter xml, string space, string root)
    {
        (_xml, _space, _next) = (xml, space, root);
    }

    internal static byte[] Write(string space, string operation, string requestId, Action<IShapeWriter> write)
    {
        using var stream = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true };
        using (var xml = XmlWriter.Create(stream, settings))
        {
            xml.WriteStartElement(operation + "Response", space);
            write(new XmlShapeWriter(xml, space, operation + "Result"));
            xml.WriteStartElement("ResponseMetadata", space);
            xml.WriteElementString("RequestId", space, requestId);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    public void StartStructure() => Start();

    public void EndStructure() => End();

    public void StartList() => Start();

    public void EndList() => End();

    public void Member(string name) => _next = name;

    public void Text(string value) => _xml.WriteElementString(_next, _space, QueryXml.Clean(value));

    public void Number(double value) =>
        _xml.WriteElementString(_next, _space, value.ToString("R", CultureInfo.InvariantCulture));

    public void Instant(DateTimeOffset value) => _xml.WriteElementString(
        _next, _space, value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture));

    private void Start()
    {
        _xml.WriteStartElement(_next, _space);
        _next = Item; // In a structure each member says its own name.
    }

    private void End()
    {
        _xml.WriteEndElement();
        _next = Item; // In a list the next item follows.
    }
}
