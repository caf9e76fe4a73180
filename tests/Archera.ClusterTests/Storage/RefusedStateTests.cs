using Archera.Contracts.Accounts;
using Archera.Grains.Custody;
using Archera.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Archera.ClusterTests.Storage;

/// <summary>What a grain on another silo throws has to arrive as what it is: callers answer by its type.</summary>
public sealed class RefusedStateTests
{
    public static readonly TheoryData<Exception> Thrown =
    [
        new DamagedStateException("It was changed."),
        new UnknownStateException("It is newer."),
        new KeysUnavailableException("The store is silent.", new IOException("No route.")),
        new UnreadableAccountException("It can't be read."),
    ];

    [Theory]
    [MemberData(nameof(Thrown))]
    public void Crosses_silos_with_its_type_and_words(Exception thrown)
    {
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer<Exception>>();

        var arrived = serializer.Deserialize(serializer.SerializeToArray(thrown));

        arrived.ShouldBeOfType(thrown.GetType());
        (arrived.Message, arrived.InnerException?.Message).ShouldBe((thrown.Message, thrown.InnerException?.Message));
    }
}
