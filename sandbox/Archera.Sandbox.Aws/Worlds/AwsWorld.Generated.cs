using Archera.Sandbox.Aws.Machines;
using Archera.Sandbox.Aws.Worlds.Generated;

namespace Archera.Sandbox.Aws.Worlds;

public sealed partial class AwsWorld
{
    private static readonly DateTimeOffset FirstJoin = new(2018, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A world drawn from a seed.</summary>
    /// <exception cref="ArgumentException">An option is out of its bounds.</exception>
    public static AwsWorld Generate(GeneratedWorldOptions options)
    {
        options.Validate();
        var world = Draw.From(options.Seed);
        return new AwsWorld(
            [.. Enumerable.Range(0, options.Payers).Select(payer => Generate(options, world, payer))],
            new MachineWorld(options.Seed, options.MachinesPerAccount));
    }

    private static Organization Generate(GeneratedWorldOptions options, Draw world, int payer)
    {
        var draw = world.With("payer").With(payer);
        var company = Naming.Company(world, payer);
        var accounts = Enumerable.Range(0, options.LinkedPerPayer)
            .Select(slot => Account(Naming.AccountId(world, payer, slot), draw, company, slot))
            .ToList();
        var services = ServiceCatalogue.Usage.Take(options.Services).ToList();
        var bill = new GeneratedBill(options.FirstDay, () => new PayerBook(draw, accounts, services, options.Dense));
        return new Organization(Naming.OrganizationId(draw), accounts[0].Id, accounts, bill);
    }

    private static MemberAccount Account(string id, Draw payer, string company, int slot)
    {
        var draw = payer.With("account").With(slot);
        var name = Naming.AccountName(payer, slot);
        var joined = FirstJoin.AddMinutes(draw.With("joined").Below(3_000_000));
        var invited = slot == 0 || draw.With("invited").Chance(0.2);
        var suspended = slot > 0 && slot % 16 == 11 && draw.With("suspended").Chance(0.5);
        return new MemberAccount(
            id,
            slot == 0 ? $"{company} {name}" : name,
            Naming.Email(name, company),
            invited ? "INVITED" : "CREATED",
            joined,
            suspended ? "SUSPENDED" : "ACTIVE");
    }
}
