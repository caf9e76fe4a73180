using System.Reflection;
using Archera.ArchitectureTests.Snapshots;
using Archera.ArchitectureTests.Sources;
using Archera.Contracts.Accounts;

namespace Archera.ArchitectureTests.Wire;

public sealed class WireContractTests
{
    private static readonly Assembly[] Ours =
    [
        typeof(IPayerAccountGrain).Assembly,
        Assembly.Load("Archera.Aws"),
        Assembly.Load("Archera.Grains"),
        Assembly.Load("Archera.Client"),
        Assembly.Load("Archera.Silo"),
    ];

    [Fact]
    public void Is_what_was_agreed() =>
        Snapshot.Matches("WireContract", WireContract.Describe(typeof(IPayerAccountGrain).Assembly));

    [Fact]
    public void Names_every_message_by_an_alias() =>
        Verdict.None(Ours.SelectMany(WireContract.Messages).SelectMany(Unnamed));

    [Fact]
    public void Names_every_grain_interface_and_method_by_an_alias() =>
        Verdict.None(Ours.SelectMany(WireContract.GrainInterfaces).SelectMany(Unnamed));

    [Fact]
    public void Uses_every_alias_once() =>
        Ours.SelectMany(assembly => WireContract.Messages(assembly).Concat(WireContract.GrainInterfaces(assembly)))
            .GroupBy(WireContract.AliasOf)
            .Where(types => types.Key != null && types.Count() > 1)
            .Select(types => types.Key)
            .ShouldBeEmpty();

    [Fact]
    public void Misses_the_alias_of_an_unnamed_message() => Unnamed(typeof(UnnamedMessage)).ShouldHaveSingleItem();

    [Fact]
    public void Misses_the_alias_of_an_unnamed_method() => Unnamed(typeof(IHalfNamed)).ShouldHaveSingleItem();

    private static IEnumerable<string> Unnamed(Type type)
    {
        IEnumerable<MemberInfo> named = type.IsInterface ? [type, .. WireContract.Methods(type)] : [type];
        return named
            .Where(member => string.IsNullOrEmpty(WireContract.AliasOf(member)))
            .Select(member => $"{type.FullName}: {member.Name} has no [Alias]");
    }

    private sealed record UnnamedMessage;

    [Alias("test.IHalfNamed")]
    internal interface IHalfNamed
    {
        [Alias("Named")]
        Task Named();

        Task Unnamed();
    }
}
