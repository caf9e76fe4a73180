using Archera.Sandbox.Aws.Throttling;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>
/// One operation of a query service. It is called after the signature was checked and a token was taken from its
/// bucket, and decides itself what the caller must be allowed.
/// </summary>
internal interface IQueryOperation
{
    ServiceProfile Service { get; }

    /// <summary>The value of <c>Action</c>, for example <c>AssumeRole</c>.</summary>
    string Name { get; }

    RequestBucket BucketOf(QueryForm form) => new(Name, Service.Quota);

    QueryAnswer Handle(QueryCall call);
}
