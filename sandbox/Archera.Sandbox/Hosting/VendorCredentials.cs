using System.Text;
using Archera.Sandbox.Aws.Iam;
using Archera.Sandbox.DataDirectory;

namespace Archera.Sandbox.Hosting;

/// <summary>The vendor's own AWS keys, as the silo finds them anywhere: a profile in a credentials file.</summary>
internal static class VendorCredentials
{
    internal const string Profile = "archera-sandbox";

    internal static string WriteTo(string directory, IamUser vendor)
    {
        var path = Path.Combine(directory, "aws-credentials");
        var content = $"[{Profile}]\naws_access_key_id = {vendor.AccessKeyId}\n"
            + $"aws_secret_access_key = {vendor.SecretAccessKey}\n";
        PrivateFile.Write(path, Encoding.ASCII.GetBytes(content));
        return path;
    }
}
