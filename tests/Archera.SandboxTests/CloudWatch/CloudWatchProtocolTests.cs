using System.Text.Json.Nodes;

namespace Archera.SandboxTests.CloudWatch;

public sealed class CloudWatchProtocolTests
{
    private const string NoRight =
        "is not authorized to perform: cloudwatch:{0} because no identity-based policy allows the cloudwatch:{0} "
        + "action";

    private static readonly DateTimeOffset Noon = MetricLab.Noon;
    private static readonly DateTimeOffset Ten = Noon.AddHours(-2);

    private const string FormRequest =
        "Action=GetMetricData&Version=2010-08-01&StartTime=2026-11-25T10%3A00%3A00Z"
        + "&EndTime=2026-11-25T12%3A00%3A00.000Z&MetricDataQueries.member.1.Id=m1"
        + "&MetricDataQueries.member.1.MetricStat.Metric.Namespace=AWS%2FEC2"
        + "&MetricDataQueries.member.1.MetricStat.Metric.MetricName=Load"
        + "&MetricDataQueries.member.1.MetricStat.Stat=Average"
        + "&MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.1.Name=InstanceId"
        + "&MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.1.Value=i-1"
        + "&MetricDataQueries.member.1.MetricStat.Period=60&Unheard.member.1=of";

    [Fact]
    public async Task Answers_in_JSON()
    {
        await using var lab = await StartAsync();

        var answer = await lab.CallAsync("GetMetricData", MinuteRequest());

        answer.ContentType.ShouldBe("application/x-amz-json-1.0");
        answer.Body.ShouldBe("""
            {"MetricDataResults":[{"Id":"m1","Label":"Load","Timestamps":[1795600860,1795600800],"Values":[2,1],
            """ + """
            "StatusCode":"Complete"}],"Messages":[]}
            """);
    }

    [Fact]
    public async Task Has_the_members_of_a_real_answer_and_no_others()
    {
        const string Recorded = "bedrock_inference_profile_token_metrics__monitoring.GetMetricData_1.json";
        var file = RecordedMetricTests.Shared("recorded") is { } folder ? Path.Combine(folder, Recorded) : null;
        Assert.SkipWhen(file is null, "shared/data/recorded is not on this machine");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var real = JsonNode.Parse(text)!["data"]!.AsObject();
        real.Remove("ResponseMetadata"); // The client's own.
        await using var lab = await StartAsync();

        var answer = JsonNode.Parse((await lab.CallAsync("GetMetricData", MinuteRequest())).Body)!.AsObject();

        answer.Select(member => member.Key).ShouldBe(real.Select(member => member.Key), ignoreOrder: true);
        Row(answer).ShouldBe(Row(real), ignoreOrder: true);

        static IEnumerable<string> Row(JsonObject body) =>
            body["MetricDataResults"]![0]!.AsObject().Select(member => member.Key);
    }

    [Fact]
    public async Task Answers_in_XML_to_a_form()
    {
        await using var lab = await StartAsync();

        var answer = await lab.Sandbox.SendAsync(CloudWatchWire.Form(lab, lab.Keys, FormRequest));

        answer.ContentType.ShouldBe("text/xml");
        answer.Body.ShouldBe(
            """<GetMetricDataResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/"><GetMetricDataResult>"""
            + "<MetricDataResults><member><Id>m1</Id><Label>Load</Label><Timestamps>"
            + "<member>2026-11-25T10:01:00Z</member><member>2026-11-25T10:00:00Z</member></Timestamps>"
            + "<Values><member>2</member><member>1</member></Values><StatusCode>Complete</StatusCode>"
            + "</member></MetricDataResults><Messages /></GetMetricDataResult><ResponseMetadata>"
            + $"<RequestId>{answer.RequestId}</RequestId></ResponseMetadata></GetMetricDataResponse>");
    }

    [Fact]
    public async Task Answers_in_CBOR()
    {
        await using var lab = await StartAsync();

        var answer = await lab.Sandbox.SendAsync(
            CloudWatchWire.Cbor(lab, lab.Keys, "GetMetricData", CloudWatchWire.Request(Ten, Noon, "Load")));

        (answer.ContentType, answer.SmithyProtocol).ShouldBe(("application/cbor", "rpc-v2-cbor"));
        CloudWatchWire.Show(answer.Bytes).ShouldBe(
            """{MetricDataResults:[{Id:"m1",Label:"Load",Timestamps:[@1795600860,@1795600800],Values:[2,1],"""
            + """StatusCode:"Complete"}],Messages:[]}""");
    }

    [Fact]
    public async Task Takes_an_instant_in_CBOR_with_its_tag_only()
    {
        await using var lab = await StartAsync();

        var refused = await lab.Sandbox.SendAsync(CloudWatchWire.Cbor(
            lab, lab.Keys, "GetMetricData", CloudWatchWire.Request(Ten, Noon, "Load", tagged: false)));

        refused.Status.ShouldBe(400);
        CloudWatchWire.Show(refused.Bytes).ShouldStartWith("""{__type:"SerializationException",""");
    }

    [Theory]
    [InlineData("smithy-protocol")]
    [InlineData("content-type")]
    public async Task Knows_a_CBOR_call_by_its_headers(string missing)
    {
        await using var lab = await StartAsync();

        var refused = await lab.Sandbox.SendAsync(
            CloudWatchWire.Cbor(lab, lab.Keys, "GetMetricData", CloudWatchWire.Request(Ten, Noon, "Load")),
            request => request.Headers.Remove(missing));

        (refused.Status, refused.SmithyProtocol).ShouldBe((400, "rpc-v2-cbor"));
        CloudWatchWire.Show(refused.Bytes).ShouldBe("""{__type:"UnknownOperationException"}""");
    }

    [Fact]
    public async Task Tells_the_older_code_of_an_error_to_who_asks_for_it()
    {
        await using var lab = await StartAsync();
        var wrong = new JsonObject { ["RecentlyActive"] = "PT1H" };

        var asked = await lab.CallAsync("ListMetrics", wrong);
        var unasked = await lab.CallAsync(
            "ListMetrics", wrong, request => request.Headers.Remove("x-amzn-query-mode"));

        (asked.ErrorCode, asked.QueryError)
            .ShouldBe(("InvalidParameterValueException", "InvalidParameterValue;Sender"));
        (unasked.ErrorCode, unasked.QueryError).ShouldBe(("InvalidParameterValueException", null));
    }

    [Theory]
    [InlineData("GetMetricData")]
    [InlineData("DescribeAlarms")]
    public async Task Refuses_who_may_not_in_each_protocol(string operation)
    {
        await using var lab = await StartAsync();
        var keys = lab.Sandbox.VendorKeys;
        var words = NoRight.Replace("{0}", operation, StringComparison.Ordinal);

        var json = await lab.CallAsync(operation, [], keys: keys);
        var form = await lab.Sandbox.SendAsync(
            CloudWatchWire.Form(lab, keys, $"Action={operation}&Version=2010-08-01"));
        var cbor = await lab.Sandbox.SendAsync(CloudWatchWire.Cbor(lab, keys, operation, [0xA0]));

        (json.Status, json.ErrorCode, json.QueryError)
            .ShouldBe((400, "AccessDeniedException", "AccessDenied;Sender"));
        json.ErrorMessage.ShouldEndWith(words);
        (form.Status, form.ErrorCode).ShouldBe((403, "AccessDenied"));
        form.ErrorMessage.ShouldEndWith(words);
        (cbor.Status, cbor.QueryError).ShouldBe((400, "AccessDenied;Sender"));
        CloudWatchWire.Show(cbor.Bytes).ShouldContain(words);
    }

    [Fact]
    public async Task Believes_nobody_whose_signature_is_wrong()
    {
        await using var lab = await StartAsync();
        var keys = lab.Keys with { Secret = "wrong" };

        var json = await lab.CallAsync("ListMetrics", [], keys: keys);
        var cbor = await lab.Sandbox.SendAsync(CloudWatchWire.Cbor(lab, keys, "ListMetrics", [0xA0]));

        (json.Status, json.ErrorCode, json.QueryError)
            .ShouldBe((400, "InvalidSignatureException", "SignatureDoesNotMatch;Sender"));
        cbor.QueryError.ShouldBe("SignatureDoesNotMatch;Sender");
    }

    [Fact]
    public async Task Refuses_names_that_it_never_had()
    {
        await using var lab = await StartAsync();

        var json = await lab.CallAsync("GetEverything", []);
        var form = await lab.Sandbox.SendAsync(
            CloudWatchWire.Form(lab, lab.Keys, "Action=GetEverything&Version=2010-08-01"));

        json.ErrorCode.ShouldBe("UnknownOperationException");
        form.ErrorCode.ShouldBe("InvalidAction");
    }

    [Theory]
    [InlineData("MetricDataQueries.member.1.MetricStat.Period=60", "MetricDataQueries.member.1.MetricStat.Period=x")]
    [InlineData("StartTime=2026-11-25T10%3A00%3A00Z", "StartTime=1795600800")]
    public async Task Refuses_a_form_with_a_value_of_the_wrong_type(string right, string wrong)
    {
        await using var lab = await StartAsync();

        var refused = await lab.Sandbox.SendAsync(
            CloudWatchWire.Form(lab, lab.Keys, FormRequest.Replace(right, wrong, StringComparison.Ordinal)));

        (refused.Status, refused.ErrorCode).ShouldBe((400, "MalformedInput"));
    }

    private static JsonObject MinuteRequest()
    {
        var request = MetricLab.Request(Ten, Noon, MetricLab.Query("m1", "Load", period: 60));
        request.Remove("ScanBy");
        request["Unheard"] = "of";
        return request;
    }

    private static Task<MetricLab> StartAsync() =>
        MetricLab.StartAsync([new GivenSeries("Load", "Percent", MetricLab.Counting(Ten, 2))]);
}
