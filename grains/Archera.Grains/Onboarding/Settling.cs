namespace Archera.Grains.Onboarding;

/// <summary>
/// Asks AWS again before an answer counts that speaks against a role: IAM needs seconds until a change is seen
/// everywhere.
/// </summary>
public sealed class Settling(OnboardingOptions options, TimeProvider time)
{
    /// <param name="counts">Whether the answer counts as it is.</param>
    /// <param name="again">Told of every answer that does not, before the wait.</param>
    public async Task<T> AskAsync<T>(
        Func<CancellationToken, Task<T>> ask,
        Predicate<T> counts,
        Action<T> again,
        CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var answer = await ask(cancellationToken);
            if (counts(answer) || attempt >= options.SettlingRetries)
                return answer;
            again(answer);
            await Task.Delay(options.SettlingDelay, time, cancellationToken);
        }
    }
}
