using Archera.Client.Accounts;
using Archera.Client.Commitments;
using Archera.Client.Costs;
using Archera.Client.Events;
using Archera.Client.Machines;
using Archera.Client.Operations;
using Archera.Client.Quarantine;
using Archera.Client.Receipts;
using Archera.Client.Tenants;
using Archera.Client.Utilization;

namespace Archera.Client;

/// <summary>
/// Everything a gateway asks of the cluster, typed and without HTTP. It works from a cluster client and from inside a
/// silo alike. It keeps no state and may be shared. A cluster that does not answer shows as the exceptions of Orleans
/// (<see cref="TimeoutException"/>, <see cref="Orleans.Runtime.OrleansException"/>); everything expected is a value.
/// </summary>
public sealed class ArcheraClient(IGrainFactory grains, TimeProvider time)
{
    /// <summary>Tenants and their API keys: the operator's work.</summary>
    public TenantsClient Tenants { get; } = new(grains, time);

    /// <summary>A tenant's payer accounts: claim, role, verification, refresh.</summary>
    public PayerAccountsClient PayerAccounts { get; } = new(grains);

    /// <summary>Long-running work of a tenant's payer accounts.</summary>
    public OperationsClient Operations { get; } = new(grains);

    /// <summary>What happened to a tenant's connections.</summary>
    public EventsClient Events { get; } = new(grains);

    /// <summary>Claims on accounts that another tenant uses: the operator's work.</summary>
    public QuarantineClient Quarantine { get; } = new(grains);

    /// <summary>What a tenant keeps of the payer accounts it has left.</summary>
    public ReceiptsClient Receipts { get; } = new(grains);

    /// <summary>How a tenant's machines are used.</summary>
    public UtilizationClient Utilization { get; } = new(grains);

    /// <summary>A tenant's cost reports.</summary>
    public CostsClient Costs { get; } = new(grains);

    /// <summary>The accounts of a tenant's organizations.</summary>
    public AccountsClient Accounts { get; } = new(grains);

    /// <summary>The machines of a tenant's linked accounts.</summary>
    public MachinesClient Machines { get; } = new(grains);

    /// <summary>The signatures of a tenant's page cursors.</summary>
    public CursorsClient Cursors { get; } = new(grains);

    /// <summary>A tenant's Savings Plans and reservations.</summary>
    public CommitmentsClient Commitments { get; } = new(grains);
}
