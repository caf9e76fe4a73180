using Amazon.Runtime.Internal;

namespace Archera.AwsSdk.JsonProtocol;

internal sealed class ServiceName(string serviceId) : IServiceMetadata
{
    public string ServiceId { get; } = serviceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>(0);
}
