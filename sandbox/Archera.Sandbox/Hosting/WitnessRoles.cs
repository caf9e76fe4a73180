using Archera.Sandbox.Aws.Hosting;
using Archera.Sandbox.Aws.Iam;

namespace Archera.Sandbox.Hosting;

/// <summary>
/// The vendor's roles that open to its witnesses, each in an account other than the witness's, and may do nothing: the
/// silo asks them first, so that a witness's refusals mean something.
/// </summary>
internal static class WitnessRoles
{
    private const string MayDoNothing = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}
        """;

    /// <summary>Makes both roles in the simulated AWS.</summary>
    internal static (string OfWitness, string OfColleague) MakeIn(SimulatedAws aws) => (
        Make(aws, aws.Vendor.AccountId, aws.Users.Witness),
        Make(aws, aws.Users.Witness.AccountId, aws.Users.Colleague));

    private static string Make(SimulatedAws aws, string account, IamUser trusted) => aws.Roles.Put(
        $"arn:aws:iam::{account}:role/archera-witness-control",
        $$"""
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{trusted.UserArn}}"},
        "Action":["sts:AssumeRole","sts:SetSourceIdentity"]}]}
        """,
        MayDoNothing).Arn.Value;
}
