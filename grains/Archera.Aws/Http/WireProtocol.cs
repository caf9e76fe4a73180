namespace Archera.Aws.Http;

/// <summary>How an API speaks: decides what its answers must look like.</summary>
internal enum WireProtocol
{
    /// <summary>Form in, XML out, with a root element named after the operation.</summary>
    Query,

    /// <summary>As <see cref="Query"/>, but for an error's root element.</summary>
    Ec2,

    /// <summary>JSON object in and out.</summary>
    Json,
}
