using System.Collections.Concurrent;
using Archera.Contracts.LinkedAccounts;

namespace Archera.ClusterTests.Fixture;

/// <summary>The calls between grains as the test wants them, and signals of those that came.</summary>
public sealed class TestCalls : IIncomingGrainCallFilter
{
    private readonly ConcurrentDictionary<Watch, byte> _watches = [];

    /// <summary>What becomes of each call; by default it is made.</summary>
    public Func<IIncomingGrainCallContext, Task> Around { get; set; } = call => call.Invoke();

    /// <summary>Payers don't wake their linked accounts: nothing is read or stored beside what the test does.</summary>
    public bool LinkedAccountsSleep { get; set; }

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        try
        {
            if (!LinkedAccountsSleep || context.MethodName != nameof(ILinkedAccountGrain.WakeAsync))
                await Around(context);
        }
        finally
        {
            foreach (var watch in _watches.Keys)
                watch.See(context);
        }
    }

    /// <summary>Armed before what it waits for: completes when so many calls of the method have ended.</summary>
    public Task Ended(string method, int count = 1, Func<IIncomingGrainCallContext, bool>? which = null)
    {
        var watch = new Watch(method, count, which ?? (_ => true));
        _watches.TryAdd(watch, 0);
        return watch.Task.WaitAsync(TestFleet.Patience, TestContext.Current.CancellationToken);
    }

    private sealed class Watch(string method, int count, Func<IIncomingGrainCallContext, bool> which)
    {
        private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _left = count;

        public Task Task => _seen.Task;

        public void See(IIncomingGrainCallContext call)
        {
            if (call.MethodName == method && which(call) && Interlocked.Decrement(ref _left) == 0)
                _seen.SetResult();
        }
    }
}
