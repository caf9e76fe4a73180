using System.Text;

namespace Archera.Aws.Http;

/// <summary>Tells AWS's bodies from a proxy's sign-in page: an HTML page with status 200 is no empty list.</summary>
internal static class AnswerShape
{
    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> Blanks => " \t\r\n"u8;

    public static bool IsAws(WireProtocol protocol, string operation, bool success, ReadOnlySpan<byte> body)
    {
        if (body.StartsWith(Utf8Mark))
            body = body[Utf8Mark.Length..];
        body = body.Trim(Blanks);
        return protocol == WireProtocol.Json
            ? body.StartsWith("{"u8) && body.EndsWith("}"u8)
            : IsXml(success ? operation + "Response" : ErrorRoot(protocol), body);
    }

    private static string ErrorRoot(WireProtocol protocol) =>
        protocol == WireProtocol.Ec2 ? "Response" : "ErrorResponse";

    private static bool IsXml(string root, ReadOnlySpan<byte> body)
    {
        if (body.StartsWith("<?"u8))
        {
            var end = body.IndexOf("?>"u8);
            if (end < 0)
                return false;
            body = body[(end + 2)..].TrimStart(Blanks);
        }

        var name = Encoding.UTF8.GetBytes(root);
        return body.Length > name.Length + 2
            && body[0] == '<'
            && body[1..].StartsWith(name)
            && !IsNamePart(body[name.Length + 1])
            && body.EndsWith(">"u8)
            && body[..^1].TrimEnd(Blanks).EndsWith(name);
    }

    private static bool IsNamePart(byte value) =>
        char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'_';
}
