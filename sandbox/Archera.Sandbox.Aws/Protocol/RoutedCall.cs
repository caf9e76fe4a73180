using Archera.Sandbox.Aws.Sts;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>
/// Which service and operation a request is for. Exactly one of the last two is set, unless it is neither's.
/// </summary>
/// <param name="DispatchError">No such operation: answered before anything else is looked at.</param>
internal sealed record RoutedCall(
    ServiceProfile Service,
    string Operation,
    AwsError? DispatchError = null,
    IJsonOperation? Json = null,
    QueryForm? Form = null);
