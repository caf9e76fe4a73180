using System.Collections.Immutable;
using Archera.Aws.Calls;
using Archera.Aws.Costs;
using Archera.Aws.Datasets;
using Archera.Aws.Sessions;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Time;
using Archera.Grains.Backfill;
using Archera.Grains.Onboarding;
using Archera.Grains.Reconciliation;
using Archera.Grains.Refresh;

namespace Archera.Grains.Accounts;

/// <summary>What every payer account of a silo works with.</summary>
public sealed class AccountServices(
    IAccountConnections connections,
    DatasetCatalogue datasets,
    IAwsCallObserver calls,
    IAggregatePublisher publisher,
    RefreshGate gate,
    RefreshInstruments instruments,
    BillingClock clock,
    TimeProvider time,
    IOptions<RefreshOptions> refresh,
    IOptions<OnboardingOptions> onboarding,
    IOptions<BackfillOptions> backfill,
    BackfillGate backfillGate,
    PageMeter pages,
    CostTotals totals,
    ILoggerFactory loggers)
{
    private static readonly TimeSpan WorkLease = TimeSpan.FromMinutes(20);

    public ImmutableArray<IDataset> Datasets { get; } = [.. datasets.All];

    public BillingClock Clock => clock;

    public RefreshInstruments Instruments => instruments;

    public TimeProvider Time => time;

    public RefreshOptions Refresh => refresh.Value;

    public OnboardingOptions Onboarding => onboarding.Value;

    public BackfillOptions Backfill => backfill.Value;

    public BackfillGate BackfillGate => backfillGate;

    public ILogger Logger { get; } = loggers.CreateLogger<PayerAccountGrain>();

    /// <summary>The datasets whose rows are costs: each holds the whole bill, cut another way.</summary>
    public ImmutableArray<IDataset> Costs { get; } =
        [.. datasets.All.Where(dataset => dataset.Dimensions.Count > 0)];

    /// <summary>The datasets that an account connected in this mode is read for.</summary>
    public IEnumerable<IDataset> DatasetsOf(ConnectionMode mode) =>
        Datasets.Where(dataset => dataset.Place == DatasetPlace.ConnectedAccount
            || (dataset.Place == DatasetPlace.Payer && mode == ConnectionMode.Payer));

    /// <summary>
    /// The datasets whose actions a verification tries: those that are read in each linked account too, since the
    /// connected account is one.
    /// </summary>
    public IEnumerable<IDataset> ProbedIn(ConnectionMode mode) => DatasetsOf(mode).Concat(OfLinkedAccounts);

    /// <summary>The datasets that each linked account is read for.</summary>
    public IEnumerable<IDataset> OfLinkedAccounts =>
        Datasets.Where(dataset => dataset.Place == DatasetPlace.LinkedAccount);

    /// <summary>Those of them whose rows are costs.</summary>
    public IEnumerable<IDataset> CostsOf(ConnectionMode mode) => DatasetsOf(mode).Intersect(Costs);

    /// <summary>Whether the role in use is to be verified again.</summary>
    public bool IsDriftCheckDue(PayerAccountKey account, PayerAccountState state) =>
        DriftPlan.IsDue(account, state, Refresh.Period, Onboarding.DriftCheckPeriod, clock.Now);

    public IDataset Dataset(DatasetName name) => datasets.TryFind(name, out var dataset)
        ? dataset
        : throw new InvalidOperationException($"This silo knows no dataset {name}: it runs another version.");

    /// <summary>
    /// A connection whose session may do what the mode's datasets and the verification need, and nothing else.
    /// </summary>
    public IAccountConnection Connect(
        PayerAccountKey account, RoleArn role, ExternalId externalId, ConnectionMode mode)
    {
        var actions = ProbedIn(mode).SelectMany(dataset => dataset.Actions).Concat(VerificationLadder.Actions);
        return Connect(account, role, externalId, actions);
    }

    /// <summary>
    /// A connection whose session may do what the datasets of linked accounts need, and nothing else.
    /// </summary>
    public IAccountConnection ConnectLinked(PayerAccountKey account, RoleArn role, ExternalId externalId) =>
        Connect(account, role, externalId, OfLinkedAccounts.SelectMany(dataset => dataset.Actions));

    /// <param name="keepActivation">
    /// Keeps the activation for a while; renewed at every step, longer than a call may wait.
    /// </param>
    public RefreshSetting Setting(
        AccountKey account, IGrainFactory grains, Action<TimeSpan> keepActivation) => new(
        account,
        new HandOver(account, publisher, grains, refresh, time, loggers.CreateLogger<HandOver>()),
        gate,
        instruments,
        clock,
        time,
        Logger,
        Refresh,
        pages,
        () => keepActivation(WorkLease),
        account.Linked is null ? MonthsOf(account.Payer, grains) : null);

    private MonthChecks MonthsOf(PayerAccountKey payer, IGrainFactory grains) =>
        new(payer, Costs, totals, grains, instruments, clock, loggers.CreateLogger<MonthChecks>());

    private IAccountConnection Connect(
        PayerAccountKey account, RoleArn role, ExternalId externalId, IEnumerable<string> actions) =>
        connections.Create(
            new AccountRole(
                account,
                role,
                externalId,
                [.. actions.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]),
            calls);
}
