using System.Text;
using System.Xml;
using System.Xml.Linq;
using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Sts;

/// <summary>STS's answers as XML.</summary>
internal static class StsXml
{
    internal static readonly XNamespace Sts = "https://sts.amazonaws.com/doc/2011-06-15/";

    /// <summary>Where errors live that are raised before an operation is found.</summary>
    private static readonly XNamespace Dispatch = "http://webservices.amazon.com/AWSFault/2005-15-09";

    internal static byte[] Result(string operation, IReadOnlyList<XElement> children, string requestId) => Bytes(
        new XElement(
            Sts + $"{operation}Response",
            new XElement(Sts + $"{operation}Result", children),
            new XElement(Sts + "ResponseMetadata", new XElement(Sts + "RequestId", requestId))));

    internal static byte[] Error(AwsError error, string requestId, bool atDispatch = false)
    {
        var space = atDispatch ? Dispatch : Sts;
        var body = new XElement(
            space + "Error",
            new XElement(space + "Type", error.Status >= 500 ? "Receiver" : "Sender"),
            new XElement(space + "Code", error.Code));
        if (error.Message is not null)
            body.Add(new XElement(space + "Message", Clean(error.Message)));
        return Bytes(new XElement(space + "ErrorResponse", body, new XElement(space + "RequestId", requestId)));
    }

    /// <summary>What XML 1.0 can't carry becomes the replacement character: errors echo what was sent.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        return clean.ToString();
    }

    private static byte[] Bytes(XElement root) => Encoding.UTF8.GetBytes(root + "\n");
}
