using System.Text;
using Archera.Sandbox.Aws.Iam;
using Archera.Sandbox.DataDirectory;

namespace Archera.Sandbox.Hosting;

/// <summary>The vendor's own AWS keys, as the silo finds them anywhere: profiles in a credentials file.</summary>
internal static class VendorCredentials
{
    internal const string Profile = "archera-sandbox";
    internal const string WitnessProfile = "archera-sandbox-witness";
    internal const string ColleagueProfile = "archera-sandbox-colleague";

    internal static string WriteTo(string directory, UserStore users)
    {
        var path = Path.Combine(directory, "aws-credentials");
        var content = Section(Profile, users.Vendor)
            + Section(WitnessProfile, users.Witness)
            + Section(ColleagueProfile, users.Colleague);
        PrivateFile.Write(path, Encoding.ASCII.GetBytes(content));
        return path;
    }

    private static string Section(string profile, IamUser user) =>
        $"[{profile}]\naws_access_key_id = {user.AccessKeyId}\naws_secret_access_key = {user.SecretAccessKey}\n";
}
