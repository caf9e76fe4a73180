using Archera.Contracts.Identity;
using Archera.Grains.Storage;

namespace Archera.Grains.Offboarding;

/// <summary>Why a step did not succeed, in words for the tenant.</summary>
public static class DepartureTrouble
{
    public static string WordsOf(Departure departure, Exception exception) => IsRefusedState(exception)
        ? Unreadable(departure.PayerAccount)
        : $"Step {departure.Next} did not succeed ({exception.GetType().Name}). Nothing is skipped: it is tried again "
        + "by itself, and at once when you repeat the request. If that goes on, ask the operator.";

    public static string Unreadable(PayerAccountKey account) =>
        $"The stored record of {account} can't be read, so that nobody can say what would be deleted. Ask the operator "
        + "to restore it; then repeat the request.";

    /// <summary>A stored record was refused, in this silo or in the one that was asked.</summary>
    public static bool IsRefusedState(Exception exception) =>
        exception is StateRefusedException || exception.InnerException is { } inner && IsRefusedState(inner);
}
