namespace Archera.Sandbox.PublicApi;

internal sealed record CompletenessAnswer(
    bool IsComplete, int AccountsExpected, int AccountsReceived, int DaysExpected, int DaysReceived);
