using Archera.Sandbox.Aws.Machines;

namespace Archera.SandboxTests.Machines;

public sealed class MachineMomentTests
{
    private static readonly DateTimeOffset Ended = new(2026, 11, 20, 8, 1, 2, TimeSpan.Zero);

    [Theory]
    [InlineData(StopCause.User, "User initiated (2026-11-20 08:01:02 GMT)", "Client.UserInitiatedShutdown")]
    [InlineData(StopCause.Delegate, "User initiated", "Client.UserInitiatedShutdown")]
    [InlineData(StopCause.Service, "Service initiated (2026-11-20 08:01:02 GMT)", "Server.SpotInstanceTermination")]
    [InlineData(StopCause.Guest, "", "Client.InstanceInitiatedShutdown")]
    public void Tells_as_much_of_the_end_as_AWS_does(StopCause cause, string reason, string code)
    {
        var moment = new MachineMoment(MachineState.Stopped, Ended.AddHours(-1), cause, Ended);

        (moment.TransitionReason, moment.Reason!.Value.Code).ShouldBe((reason, code));
        moment.Reason.Value.Message.ShouldStartWith(code + ": ");
    }

    [Fact]
    public void Tells_no_reason_while_the_machine_is_up()
    {
        var moment = new MachineMoment(MachineState.Running, Ended, StopCause.None, null);

        (moment.TransitionReason, moment.Reason).ShouldBe(("", null));
    }
}
