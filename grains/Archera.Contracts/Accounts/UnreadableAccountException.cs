namespace Archera.Contracts.Accounts;

/// <summary>
/// An account's stored record can't be read: damaged, or written by a newer version of Archera. It is left as it is,
/// and the account answers nothing until it is restored. What refused it is told in words alone: a gateway does not
/// know the types of a silo.
/// </summary>
[GenerateSerializer, Alias("archera.UnreadableAccount")]
public sealed class UnreadableAccountException(string message) : Exception(message)
{
    /// <summary>Whether that is why a call failed, in whatever the runtime has wrapped it.</summary>
    public static bool IsIn(Exception exception) =>
        exception is UnreadableAccountException || exception.InnerException is { } inner && IsIn(inner);
}
