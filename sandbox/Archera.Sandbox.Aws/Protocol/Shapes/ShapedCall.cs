using System.Text.Json;
using Archera.Sandbox.Aws.Faults;

namespace Archera.Sandbox.Aws.Protocol.Shapes;

/// <summary>One checked call, ready to be answered.</summary>
/// <param name="Input">Of the operation's shape.</param>
/// <param name="Now">The world's time: the real time of day on the billing clock's today.</param>
/// <param name="RealNow">The real time, which buckets go by.</param>
internal sealed record ShapedCall(
    string AccountId, string Region, JsonElement Input, DateTimeOffset Now, DateTimeOffset RealNow,
    DrawnFaults Faults);
