using System.Net;
using System.Net.Sockets;
using Archera.Silo.Start;

namespace Archera.ClusterTests.Clustering;

public sealed class PortsTests
{
    [Fact]
    public void A_free_port_is_none_that_the_system_gives_to_outgoing_connections()
    {
        var drawn = Enumerable.Range(0, 50).Select(_ => Ports.Resolve(0, IPAddress.Loopback, "Cluster:SiloPort"));

        drawn.ShouldAllBe(port => port >= Ports.FirstFree && port <= Ports.LastFree);
    }

    [Fact]
    public void A_port_asked_for_that_is_taken_is_refused_by_name()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var taken = ((IPEndPoint)holder.LocalEndpoint).Port;

        var refused = Should.Throw<StartRefusedException>(
            () => Ports.Resolve(taken, IPAddress.Loopback, "Cluster:SiloPort"));

        refused.Message.ShouldContain($"127.0.0.1:{taken} is taken");
        refused.Message.ShouldContain("Cluster:SiloPort");
    }
}
