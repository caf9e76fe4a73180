using Amazon.CloudWatch;
using Amazon.CostExplorer;
using Amazon.EC2;
using Amazon.Organizations;
using Amazon.Runtime;
using Amazon.SavingsPlans;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Archera.Aws.Calls;
using Archera.Contracts.Identity;

namespace Archera.Aws.Sessions;

internal sealed class AccountConnection : IAccountConnection
{
    private readonly CancellationTokenSource _lifetime = new();
    private readonly AwsCallMeter _meter;
    private readonly ActionMeter _actions;
    private readonly AccountRole _role;
    private readonly AssumeRoleForm _form;
    private readonly VendorSts _vendor;
    private readonly RoleDoor _door;
    private readonly WitnessStand _witnesses;
    private readonly RoleSession _session;
    private readonly TimeProvider _time;
    private readonly CallPipeline _sts;
    private readonly Lazy<IAmazonSecurityTokenService> _stsClient;
    private readonly Lazy<(IAmazonCostExplorer Client, CallPipeline Pipeline)> _costExplorer;
    private readonly Lazy<(IAmazonOrganizations Client, CallPipeline Pipeline)> _organizations;
    private readonly Lazy<(IAmazonSavingsPlans Client, CallPipeline Pipeline)> _savingsPlans;
    private readonly RegionalClients<IAmazonCloudWatch> _cloudWatch;
    private readonly RegionalClients<IAmazonEC2> _ec2;

    public AccountConnection(
        AccountRole role,
        AwsClients clients,
        AwsLimiters limiters,
        OurPrincipals principals,
        CallSurroundings surroundings,
        AwsCallMeter meter,
        ActionMeter actions)
    {
        (_role, _witnesses, _meter, _actions) = (role, principals.Witnesses, meter, actions);
        _time = surroundings.Time;
        _sts = new CallPipeline(surroundings, limiters.Sts(role.Account.Partition));
        _form = new AssumeRoleForm(role);
        _vendor = new VendorSts(role.Account, clients, _sts, principals.Alarm, _time);
        _door = new RoleDoor(role, _form, _vendor, principals.Standing);
        _session = new RoleSession(role, _form, _door, _time);
        var (credentials, partition) = (_session.Credentials, role.Account.Partition);
        _stsClient = new(() => clients.Sts(credentials, partition));
        _costExplorer = new(() => (
            clients.CostExplorer(credentials, partition), new CallPipeline(surroundings, limiters.CostExplorer())));
        _cloudWatch = new(
            region => clients.CloudWatch(credentials, region),
            () => new CallPipeline(surroundings, limiters.CloudWatch()));
        _ec2 = new(
            region => clients.Ec2(credentials, region), () => new CallPipeline(surroundings, limiters.Ec2()));
        _organizations = new(() => (
            clients.Organizations(credentials, partition), new CallPipeline(surroundings, limiters.Organizations())));
        _savingsPlans = new(() => (
            clients.SavingsPlans(credentials, partition), new CallPipeline(surroundings, limiters.SavingsPlans())));
    }

    public PayerAccountKey Account => _role.Account;

    public AwsCallTotals Totals => _meter.Totals;

    public IReadOnlyDictionary<string, long> TakeActions() => _actions.Take();

    public async Task<AwsAnswer<CallerIdentity>> OpenAsync(CancellationToken cancellationToken)
    {
        var session = await _session.GetAsync(_lifetime.Token, cancellationToken);
        return session.Succeeded
            ? new AwsAnswer<CallerIdentity> { Value = session.Value.Identity, RequestId = session.RequestId }
            : session.Failure;
    }

    public async Task<AwsAnswer<OpenedDoor>> TryDoorAsync(DoorTry door, CancellationToken cancellationToken)
    {
        var answer = RoleDoor.IsAskedFor(door, _role)
            ? await _door.OpenAsync(() => _form.Try(door), cancellationToken)
            : await _vendor.AssumeAsync(() => _form.Try(door), door.By, cancellationToken);
        if (!answer.Succeeded)
            return answer.Failure;
        return answer.Value.Credentials is { SessionToken.Length: > 0 }
            ? new AwsAnswer<OpenedDoor> { Value = new OpenedDoor(), RequestId = answer.RequestId }
            : AwsErrorClassifier.NotAnAnswer(VendorSts.AssumeRole(Account, door.By), "NoCredentials");
    }

    public Task<AwsAnswer<CallerIdentity>?> CallWitnessAsync(
        OurPrincipal witness, CancellationToken cancellationToken) =>
        _witnesses.CallAsync(witness, Account, _vendor, _form.Control, cancellationToken);

    public async Task<AwsAnswer<CallerIdentity>> GetCallerIdentityAsync(CancellationToken cancellationToken)
    {
        var call = new AwsCall(Account, AwsApi.Sts, "GetCallerIdentity");
        var answer = await CallAsync(
            call,
            () => _sts,
            token => _stsClient.Value.GetCallerIdentityAsync(new GetCallerIdentityRequest(), token),
            cancellationToken);
        return CallerIdentity.Of(call, answer);
    }

    public Task<AwsAnswer<T>> CloudWatchAsync<T>(
        AwsRegion region,
        Func<IAmazonCloudWatch, CancellationToken, Task<T>> call,
        string operation,
        decimal priceUsd,
        CancellationToken cancellationToken)
        where T : AmazonWebServiceResponse
    {
        var (client, pipeline) = _cloudWatch.In(region);
        return CallAsync(
            new AwsCall(Account, AwsApi.CloudWatch, operation) { Region = region, PriceUsd = priceUsd },
            () => pipeline,
            token => call(client, token),
            cancellationToken);
    }

    public Task<AwsAnswer<T>> CostExplorerAsync<T>(
        Func<IAmazonCostExplorer, CancellationToken, Task<T>> call,
        string operation,
        CancellationToken cancellationToken)
        where T : AmazonWebServiceResponse => CallAsync(
            new AwsCall(Account, AwsApi.CostExplorer, operation),
            () => _costExplorer.Value.Pipeline,
            token => call(_costExplorer.Value.Client, token),
            cancellationToken);

    public Task<AwsAnswer<T>> Ec2Async<T>(
        AwsRegion region,
        Func<IAmazonEC2, CancellationToken, Task<T>> call,
        string operation,
        CancellationToken cancellationToken)
        where T : AmazonWebServiceResponse
    {
        var (client, pipeline) = _ec2.In(region);
        return CallAsync(
            new AwsCall(Account, AwsApi.Ec2, operation) { Region = region },
            () => pipeline,
            token => call(client, token),
            cancellationToken);
    }

    public Task<AwsAnswer<T>> OrganizationsAsync<T>(
        Func<IAmazonOrganizations, CancellationToken, Task<T>> call,
        string operation,
        CancellationToken cancellationToken)
        where T : AmazonWebServiceResponse => CallAsync(
            new AwsCall(Account, AwsApi.Organizations, operation),
            () => _organizations.Value.Pipeline,
            token => call(_organizations.Value.Client, token),
            cancellationToken);

    public Task<AwsAnswer<T>> SavingsPlansAsync<T>(
        Func<IAmazonSavingsPlans, CancellationToken, Task<T>> call,
        string operation,
        CancellationToken cancellationToken)
        where T : AmazonWebServiceResponse => CallAsync(
            new AwsCall(Account, AwsApi.SavingsPlans, operation),
            () => _savingsPlans.Value.Pipeline,
            token => call(_savingsPlans.Value.Client, token),
            cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _lifetime.CancelAsync();
        if (_costExplorer.IsValueCreated)
            _costExplorer.Value.Client.Dispose();
        _cloudWatch.Dispose();
        _ec2.Dispose();
        if (_organizations.IsValueCreated)
            _organizations.Value.Client.Dispose();
        if (_savingsPlans.IsValueCreated)
            _savingsPlans.Value.Client.Dispose();
        if (_stsClient.IsValueCreated)
            _stsClient.Value.Dispose();
        _lifetime.Dispose();
    }

    /// <summary>One call with the open session; a session that AWS refuses is replaced once.</summary>
    private async Task<AwsAnswer<T>> CallAsync<T>(
        AwsCall call,
        Func<CallPipeline> pipeline,
        Func<CancellationToken, Task<T>> request,
        CancellationToken cancellationToken)
        where T : AmazonWebServiceResponse
    {
        if (AwsRegions.Of(call.Api, Account.Partition) is null)
            return NotOffered(call);
        var progress = new CallProgress(_time.GetUtcNow());
        for (var renewed = false; ; renewed = true)
        {
            var session = await _session.GetAsync(_lifetime.Token, cancellationToken);
            if (!session.Succeeded)
                return session.Failure;
            var answer = await pipeline().ExecuteAsync(call, progress, request, cancellationToken);
            if (answer.Failure?.Reason != FailureReasons.SessionExpired)
                return answer;
            _session.Drop(session.Value);
            if (renewed)
                return answer;
        }
    }

    private AwsFailure NotOffered(AwsCall call) => new(
        FailureReasons.DataUnavailable,
        FaultOf.Customer,
        CanRetry: false,
        "NotOffered",
        $"Account {Account}: partition {Account.Partition} has no {call.Api.Service}."
        + " Its costs are on the bill of the standard account it is paired with: connect that one.");
}
