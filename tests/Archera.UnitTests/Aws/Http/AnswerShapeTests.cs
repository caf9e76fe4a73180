using System.Text;
using Archera.Aws.Http;

namespace Archera.UnitTests.Aws.Http;

public sealed class AnswerShapeTests
{
    [Theory]
    [InlineData("json", true, "{}")]
    [InlineData("json", false, " {\"__type\":\"X\"}\n")]
    [InlineData("query", true, "<DoItResponse xmlns=\"x\"><a/></DoItResponse>")]
    [InlineData("query", true, "\uFEFF<?xml version=\"1.0\"?>\n<DoItResponse></DoItResponse >")]
    [InlineData("query", false, "<ErrorResponse><Error/></ErrorResponse>")]
    public void Takes_what_AWS_sends(string protocol, bool success, string body) =>
        Is(protocol, success, body).ShouldBeTrue();

    [Theory]
    [InlineData("json", true, "")]
    [InlineData("json", true, "[]")]
    [InlineData("json", true, "{\"ResultsByTime\":[")]
    [InlineData("json", true, "<html></html>")]
    [InlineData("query", true, "{}")]
    [InlineData("query", true, "<html></html>")]
    [InlineData("query", true, "<!DOCTYPE html><html></html>")]
    [InlineData("query", true, "<?xml version=\"1.0\"")]
    [InlineData("query", true, "<DoItResponse><a>")]
    [InlineData("query", true, "<DoItResponses></DoItResponses>")]
    [InlineData("query", true, "<ErrorResponse></ErrorResponse>")]
    [InlineData("query", false, "<DoItResponse></DoItResponse>")]
    public void Refuses_the_rest(string protocol, bool success, string body) =>
        Is(protocol, success, body).ShouldBeFalse();

    private static bool Is(string protocol, bool success, string body) =>
        AnswerShape.IsAws(
            protocol == "json" ? WireProtocol.Json : WireProtocol.Query, "DoIt", success, Encoding.UTF8.GetBytes(body));
}
