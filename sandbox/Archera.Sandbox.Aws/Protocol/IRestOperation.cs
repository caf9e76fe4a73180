namespace Archera.Sandbox.Aws.Protocol;

/// <summary>
/// One operation of a service that is called by a method and a path. Both are listed with the service, and so is the
/// action that it takes; an error's code goes into a header.
/// </summary>
internal interface IRestOperation
{
    /// <summary>The signing name, for example <c>savingsplans</c>.</summary>
    string Service { get; }

    string Name { get; }

    JsonAnswer Handle(JsonCall call);
}
