using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>The answers of the query services as XML, each in the namespace of its service.</summary>
internal static class QueryXml
{
    internal static readonly XNamespace Sts = "https://sts.amazonaws.com/doc/2011-06-15/";
    internal static readonly XNamespace Iam = "https://iam.amazonaws.com/doc/2010-05-08/";
    internal static readonly XNamespace CloudWatch = "http://monitoring.amazonaws.com/doc/2010-08-01/";

    /// <summary>Where errors live that are raised before an operation is found.</summary>
    private static readonly XNamespace Dispatch = "http://webservices.amazon.com/AWSFault/2005-15-09";

    /// <param name="children">Null for an operation that has no result: then only the request's id comes back.</param>
    internal static byte[] Result(
        XNamespace space, string operation, IReadOnlyList<XElement>? children, string requestId) => Bytes(
        new XElement(
            space + $"{operation}Response",
            children is null ? null : new XElement(space + $"{operation}Result", children),
            new XElement(space + "ResponseMetadata", new XElement(space + "RequestId", requestId))));

    /// <summary>EC2 has the request's id first, and no element around the result.</summary>
    internal static byte[] Ec2Result(
        XNamespace space, string operation, IReadOnlyList<XElement>? children, string requestId) => Bytes(
        new XElement(space + $"{operation}Response", new XElement(space + "requestId", requestId), children));

    internal static byte[] Error(XNamespace space, AwsError error, string requestId, bool atDispatch = false)
    {
        space = atDispatch ? Dispatch : space;
        var body = new XElement(
            space + "Error",
            new XElement(space + "Type", error.Status >= 500 ? "Receiver" : "Sender"),
            new XElement(space + "Code", error.Code));
        if (error.Message is not null)
            body.Add(new XElement(space + "Message", Clean(error.Message)));
        return Bytes(new XElement(space + "ErrorResponse", body, new XElement(space + "RequestId", requestId)));
    }

    internal static byte[] Ec2Error(AwsError error, string requestId)
    {
        var body = new XElement("Error", new XElement("Code", error.Code));
        if (error.Message is not null)
            body.Add(new XElement("Message", Clean(error.Message)));
        return Bytes(new XElement("Response", new XElement("Errors", body), new XElement("RequestID", requestId)));
    }

    /// <summary>What XML 1.0 can't carry becomes the replacement character: errors echo what was sent.</summary>
    internal static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        return clean.ToString();
    }

    private static byte[] Bytes(XElement root) => Encoding.UTF8.GetBytes(root + "\n");
}
