using System.Buffers;
using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;
using Amazon.Util;

namespace Archera.AwsSdk.JsonProtocol;

/// <summary>One operation of the AWS JSON protocols: how its request is written and its answer is read.</summary>
internal sealed class JsonOperation<TRequest, TResponse>(
    JsonService service,
    string operation,
    Action<Utf8JsonWriter, TRequest> write,
    ReadJson<TResponse> read) : JsonResponseUnmarshaller, IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse
{
    private const int ReadBufferBytes = 32 * 1024;

    public InvokeOptions Invocation() => new() { RequestMarshaller = this, ResponseUnmarshaller = this };

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service.RequestServiceName)
        {
            HttpMethod = "POST",
            ResourcePath = service.TargetPrefix == null ? "/" + operation : "/",
            Content = Body((TRequest)input),
        };
        if (service.TargetPrefix != null)
            request.Headers["X-Amz-Target"] = $"{service.TargetPrefix}.{operation}";
        request.Headers["Content-Type"] = service.ContentType;
        request.Headers["X-Amz-Api-Version"] = service.ApiVersion;
        if (service.IsQueryCompatible)
            request.Headers["x-amzn-query-mode"] = "true";
        return request;
    }

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream, ReadBufferBytes, input.JsonMaxDepth);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"The answer to {operation} is not a JSON object.");
        return read(ref reader);
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input,
        Exception innerException,
        HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream, ReadBufferBytes, input.JsonMaxDepth);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        if (service.IsQueryCompatible)
            PreferQueryCode(input, error);
        return service.Refusal(error, new JsonErrorBody(input.GetResponseBodyBytes()));
    }

    /// <summary>The header says <c>code;type</c>, as the query protocol had them.</summary>
    private static void PreferQueryCode(JsonUnmarshallerContext input, ErrorResponse error)
    {
        var header = input.ResponseData.GetHeaderValue(HeaderKeys.XAmzQueryError);
        if (header?.Split(';') is not [{ Length: > 0 } code, var type])
            return;
        error.Code = code;
        if (Enum.TryParse<ErrorType>(type, out var known))
            error.Type = known;
    }

    private byte[] Body(TRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        write(writer, request);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
