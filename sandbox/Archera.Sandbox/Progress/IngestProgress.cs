namespace Archera.Sandbox.Progress;

/// <param name="DaysReceived">Account-days that the API can answer for.</param>
internal sealed record IngestProgress(int DaysReceived, int DaysExpected, int LatePartitions);
