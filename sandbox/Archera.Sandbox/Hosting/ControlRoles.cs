using Archera.Sandbox.Aws.Hosting;
using Archera.Sandbox.Aws.Iam;

namespace Archera.Sandbox.Hosting;

/// <summary>
/// The vendor's roles that open to its own principals, each in an account other than the principal's, and may do
/// nothing: the silo asks them, so that what a principal is refused means something.
/// </summary>
internal static class ControlRoles
{
    private const string MayDoNothing = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}
        """;

    /// <summary>Makes the roles in the simulated AWS.</summary>
    internal static (string OfVendor, string OfWitness, string OfColleague) MakeIn(SimulatedAws aws) => (
        Make(aws, aws.Users.Witness.AccountId, "archera-control", aws.Vendor),
        Make(aws, aws.Vendor.AccountId, "archera-witness-control", aws.Users.Witness),
        Make(aws, aws.Users.Witness.AccountId, "archera-witness-control", aws.Users.Colleague));

    private static string Make(SimulatedAws aws, string account, string name, IamUser trusted) => aws.Roles.Put(
        $"arn:aws:iam::{account}:role/{name}",
        $$"""
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{trusted.UserArn}}"},
        "Action":["sts:AssumeRole","sts:SetSourceIdentity"]}]}
        """,
        MayDoNothing).Arn.Value;
}
