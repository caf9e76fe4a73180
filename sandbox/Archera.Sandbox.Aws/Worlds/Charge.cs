namespace Archera.Sandbox.Aws.Worlds;

/// <summary>
/// What one linked account was charged on one day for one service under one record type: the finest grain of the
/// simulated bill. The four amounts obey AWS's accounting and are exact.
/// </summary>
public readonly record struct Charge(
    string Service,
    string LinkedAccount,
    string RecordType,
    decimal UnblendedCost,
    decimal AmortizedCost,
    decimal NetUnblendedCost,
    decimal NetAmortizedCost,
    string Currency);
