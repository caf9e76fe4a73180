using System.Security.Cryptography;
using Archera.Sandbox.Options;

namespace Archera.Sandbox.DataDirectory;

/// <summary>The options that make the world what it is: a folder holds one world.</summary>
internal static class WorldChoice
{
    internal static string Of(SandboxOptions options)
    {
        var parts = new List<string>();
        if (options.Generated)
        {
            parts.Add($"--tenants {options.Tenants} --payers {options.Payers} --linked {options.Linked} "
                + $"--services {options.Services} --seed {options.Seed}");
        }

        if (options.Days is { } days)
            parts.Add($"--days {days}");
        parts.AddRange(options.FocusFiles.Select(file => $"--focus {Path.GetFileName(file)}:{Fingerprint(file)}"));
        if (options.CloudWatch is { } folder)
            parts.Add($"--cloudwatch {Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))}");
        return string.Join(' ', parts);
    }

    private static string Fingerprint(string file)
    {
        using var content = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6));
    }
}
