using Archera.Sandbox.PublicApi;

namespace Archera.Sandbox.Reporting;

/// <summary>What the back-fill of <c>--once</c> was planned with, and what it took.</summary>
internal sealed record PastFigures(
    string PayerAccount,
    DateOnly? FirstDay,
    DateOnly? LastDay,
    int PlannedCalls,
    string PlannedUsd,
    int DoneCalls,
    string SpentUsd)
{
    internal static PastFigures Of(string payer, BackfillAnswer answer) => new(
        payer,
        answer.FirstDay,
        answer.LastDay,
        answer.Calls,
        answer.CostUsd,
        answer.DoneCalls,
        answer.SpentUsd);
}
