using Archera.Sandbox.Aws.Hosting;
using Archera.Sandbox.Aws.Iam;

namespace Archera.ClusterTests.Fixture;

/// <summary>The vendor's roles that open to its own principals, and the two others of them as witnesses.</summary>
public static class TestWitnesses
{
    private const string Options = "Aws:Partitions:aws:";

    private const string MayDoNothing = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}
        """;

    public static string ControlRole(this SimulatedAws aws) =>
        $"arn:aws:iam::{aws.Users.Witness.AccountId}:role/control";

    public static string ControlRoleOfWitness(this SimulatedAws aws) => Role(aws.Vendor.AccountId);

    public static string ControlRoleOfColleague(this SimulatedAws aws) => Role(aws.Users.Witness.AccountId);

    /// <summary>Makes the role that must open to the vendor itself; returns the silos' configuration.</summary>
    public static IReadOnlyDictionary<string, string?> ControlIn(SimulatedAws aws)
    {
        PutControlRole(aws, aws.ControlRole(), aws.Vendor);
        return new Dictionary<string, string?> { [Options + "ControlRole"] = aws.ControlRole() };
    }

    /// <summary>Makes the witnesses' roles; returns the silos' configuration.</summary>
    public static IReadOnlyDictionary<string, string?> HireIn(SimulatedAws aws)
    {
        PutControlRole(aws, aws.ControlRoleOfWitness(), aws.Users.Witness);
        PutControlRole(aws, aws.ControlRoleOfColleague(), aws.Users.Colleague);
        return new Dictionary<string, string?>
        {
            [Options + "WitnessProfile"] = "witness",
            [Options + "WitnessControlRole"] = aws.ControlRoleOfWitness(),
            [Options + "ColleagueProfile"] = "colleague",
            [Options + "ColleagueControlRole"] = aws.ControlRoleOfColleague(),
        };
    }

    private static string Role(string account) => $"arn:aws:iam::{account}:role/witness-control";

    private static void PutControlRole(SimulatedAws aws, string role, IamUser trusted) => aws.Roles.Put(
        role,
        $$"""
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{trusted.UserArn}}"},
        "Action":["sts:AssumeRole","sts:SetSourceIdentity"]}]}
        """,
        MayDoNothing);
}
