using Archera.Aws.Calls;
using Archera.Contracts.Identity;

namespace Archera.Aws.Datasets;

internal static class UnreadableAnswers
{
    public static AwsFailure ToFailure(
        this UnreadableAnswerException exception, PayerAccountKey account, string operation, string? requestId) => new(
        exception.TooLarge ? FailureReasons.TooLarge : FailureReasons.Unreadable,
        FaultOf.Aws,
        CanRetry: true,
        exception.TooLarge ? "TooManyRows" : exception.OutOfOrder ? AwsFailure.OutOfOrder : "Unreadable",
        $"Account {account}: the answer of {operation} can't be taken: {exception.Message}.",
        requestId);
}
