namespace Archera.Sandbox.Aws.Protocol;

/// <summary>
/// One JSON 1.1 operation of a simulated service. It is called after signature, session and permission have been
/// checked, the call's token was taken from its bucket, and injected faults were drawn.
/// </summary>
public interface IJsonOperation
{
    /// <summary>The signing name, for example <c>ce</c>.</summary>
    string Service { get; }

    /// <summary>The value of <c>X-Amz-Target</c>, for example <c>AWSInsightsIndexService.GetCostAndUsage</c>.</summary>
    string Target { get; }

    /// <summary>The IAM action, for example <c>ce:GetCostAndUsage</c>.</summary>
    string Action { get; }

    /// <summary>What AWS bills for one successful request, in USD. A failed request is free.</summary>
    decimal PriceUsd { get; }

    JsonAnswer Handle(JsonCall call);
}
