namespace Archera.Client;

/// <summary>
/// Asks many grains, a bounded number at a time, and keeps the order. One that does not answer fails the whole.
/// </summary>
internal static class GrainFanOut
{
    /// <summary>
    /// How many calls are under way at once: enough to hide latency, too few to fill a silo's queues.
    /// </summary>
    public const int Width = 64;

    public static async Task<IReadOnlyList<TAnswer>> AskAsync<TKey, TAnswer>(
        IReadOnlyList<TKey> keys, Func<TKey, Task<TAnswer?>> ask)
        where TAnswer : class
    {
        var answers = new List<TAnswer>(keys.Count);
        foreach (var batch in keys.Chunk(Width))
        {
            foreach (var answer in await Task.WhenAll(batch.Select(ask)))
            {
                if (answer is not null)
                    answers.Add(answer);
            }
        }

        return answers;
    }
}
