using Archera.Sandbox.Aws.Listed;
using Archera.Sandbox.Aws.Protocol.Shapes;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>
/// Which service and operation a request is for. Either the JSON operation is set, or the query operation with its
/// form, or one that is spoken to in several protocols, or the REST operation; what is known of an operation that is
/// only listed, or listed with its path, is there too.
/// </summary>
/// <param name="DispatchError">No such operation: answered before anything else is looked at.</param>
internal sealed record RoutedCall(
    ServiceProfile Service,
    string Operation,
    AwsError? DispatchError = null,
    IJsonOperation? Json = null,
    IQueryOperation? Query = null,
    ListedOperation? Listed = null,
    QueryForm? Form = null,
    IShapedOperation? Shaped = null,
    IRestOperation? Rest = null)
{
    /// <summary>CloudTrail keeps such a call out of the event history: what it touches is data.</summary>
    internal bool IsDataEvent => Shaped is not null;
}
