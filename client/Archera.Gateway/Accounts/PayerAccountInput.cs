using Archera.Gateway.Problems;
using Archera.Gateway.Requests;

namespace Archera.Gateway.Accounts;

/// <summary>Reads a payer account in an address.</summary>
internal static class PayerAccountInput
{
    public static ProblemResult Malformed() => ProblemResult.Of(
        FieldErrors.Of("payerAccount", "Expected <partition>:<12 digits>, such as aws:111122223333."));
}
