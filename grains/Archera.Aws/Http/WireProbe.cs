using System.Net;

namespace Archera.Aws.Http;

/// <summary>
/// What one attempt did on the wire. It travels with the attempt's flow of control into the SDK's HTTP handler, so that
/// the meter and the classifier know what happened whatever the SDK makes of it.
/// </summary>
internal sealed class WireProbe(WireProtocol protocol, string operation)
{
    private static readonly AsyncLocal<WireProbe?> Flowing = new();
    private int _requests;

    public static WireProbe? Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }

    public WireProtocol Protocol { get; } = protocol;

    public string Operation { get; } = operation;

    /// <summary>Requests that left, or tried to: 0 or 1.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public WireFault Fault { get; set; }

    public HttpStatusCode? Status { get; set; }

    public string? RequestId { get; set; }

    public long BodyBytes { get; set; }

    /// <summary>AWS's clock minus the one that signed, where the answer told its time.</summary>
    public TimeSpan? Skew { get; set; }

    /// <summary>False when a request has left already: one attempt is one request.</summary>
    public bool TrySend()
    {
        if (Interlocked.CompareExchange(ref _requests, 1, 0) == 0)
            return true;
        Fault = WireFault.SecondRequest;
        return false;
    }
}
