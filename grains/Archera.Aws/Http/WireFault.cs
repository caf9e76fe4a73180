namespace Archera.Aws.Http;

/// <summary>What was wrong with what came over the wire, before anybody read it as an answer.</summary>
internal enum WireFault
{
    None,

    /// <summary>No connection, or it broke before the headers or in the body.</summary>
    Broken,

    /// <summary>The body stood still for longer than it may.</summary>
    Stalled,

    /// <summary>The body is larger than any answer may be.</summary>
    Oversized,

    /// <summary>The body is not AWS's: HTML, a foreign root element, a cut document.</summary>
    NotAws,

    /// <summary>The address is none that may be asked: nothing was sent.</summary>
    Forbidden,

    /// <summary>A second request in one attempt, which is never sent.</summary>
    SecondRequest,
}
