namespace Archera.Sandbox.Aws.Protocol;

/// <summary>How a service is spoken to, and in which shape it refuses.</summary>
internal enum WireProtocol
{
    /// <summary>A form with Action and Version; XML with an ErrorResponse.</summary>
    Query,
    /// <summary>As Query, but the errors of EC2 come in a shape of their own.</summary>
    Ec2,
    /// <summary>A JSON body, the operation in X-Amz-Target.</summary>
    Json,
    /// <summary>A method and a path for each operation; the error code is in a header.</summary>
    RestJson,
    /// <summary>
    /// JSON of a service that began as a query service: a header repeats the code that the error had there.
    /// </summary>
    CompatibleJson,
    /// <summary>Smithy RPC v2: a CBOR body, the operation in the path; of such a service too.</summary>
    Cbor,
}
