using Archera.Aws.Calls;
using Archera.Aws.Datasets;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace Archera.ClusterTests.Fixture;

/// <summary>The product's datasets, but for the days that the test says hold an amount that nobody can read.</summary>
public sealed class TestDatasets
{
    public Predicate<PlannedRead> IsUnreadable { get; set; } = _ => false;

    /// <summary>Reading the account's costs runs into a fault of ours.</summary>
    public Predicate<PayerAccountKey> HasBug { get; set; } = _ => false;

    /// <summary>Datasets that are never due: their reads would keep the ticks of a test from being heard.</summary>
    public Predicate<DatasetName> IsLeftOut { get; set; } = _ => false;

    public void Decorate(IServiceCollection services)
    {
        var readByDay = services.Where(service => service.ServiceType == typeof(IDataset)
            && !service.ImplementationType!.IsAssignableTo(typeof(IRememberingDataset))
            && !service.ImplementationType!.IsAssignableTo(typeof(IObservedDataset)));
        foreach (var real in readByDay.ToArray())
        {
            services.Remove(real);
            services.AddSingleton<IDataset>(provider => new Decorator(
                this, (IDataset)ActivatorUtilities.CreateInstance(provider, real.ImplementationType!)));
        }
    }

    private sealed class Decorator(TestDatasets shared, IDataset real) : IDataset
    {
        public DatasetName Name => real.Name;

        public IReadOnlyList<string> Actions => real.Actions;

        public IDatasetProbe Probe => real.Probe;

        public TimeSpan Freshness => real.Freshness;

        public DatasetKeeping Keeping => real.Keeping;

        public DatasetPlace Place => real.Place;

        public bool ReadsToday => real.ReadsToday;

        public IReadOnlyList<CostDimension> Dimensions => real.Dimensions;

        public IDatasetHistory? History => real.History;

        public DateOnly FirstDayIn(DateOnly account) => real.FirstDayIn(account);

        public IReadOnlyList<PlannedRead> Plan(DatasetPlanRequest request) =>
            shared.IsLeftOut(Name) ? [] : real.Plan(request);

        public async Task<AwsAnswer<DatasetReading>> ReadAsync(
            PlannedRead read, IAccountConnection connection, CancellationToken cancellationToken) =>
            shared.HasBug(connection.Account) ? throw new InvalidOperationException("A fault of ours.")
                : shared.IsUnreadable(read)
                ? new AwsFailure(FailureReasons.Unreadable, FaultOf.Aws, false, "Amount", "An amount can't be read.")
                : await real.ReadAsync(read, connection, cancellationToken);
    }
}
