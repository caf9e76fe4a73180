using Archera.Contracts.Accounts;
using Archera.Grains.Storage;

namespace Archera.Grains.Offboarding;

/// <summary>Why a step did not succeed, in words for the tenant.</summary>
public static class DepartureTrouble
{
    public static string WordsOf(Departure departure, Exception exception) =>
        UnreadableAccountException.IsIn(exception) || StateRefusedException.IsIn(exception)
            ? AccountRefusals.Unreadable(departure.PayerAccount).Message
            : $"Step {departure.Next} did not succeed ({exception.GetType().Name}). Nothing is skipped: it is tried "
            + "again by itself, and at once when you repeat the request. If that goes on, ask the operator.";
}
