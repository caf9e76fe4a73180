using System.Net;
using Archera.Aws.Http;
using Archera.Contracts.Identity;
using Microsoft.Extensions.Options;

namespace Archera.Aws.Sessions;

internal sealed class AwsOptionsValidation : IValidateOptions<AwsOptions>
{
    private static readonly OurPrincipal[] Witnesses = [OurPrincipal.Witness, OurPrincipal.Colleague];

    public ValidateOptionsResult Validate(string? name, AwsOptions options)
    {
        var wrong = new List<string>();
        if (options.EndpointOverride is { } address && !IsWeb(address))
            wrong.Add("Aws:EndpointOverride must be an http or https address.");
        if (options.EndpointOverride is { } named && IsWeb(named)
            && IPAddress.TryParse(named.DnsSafeHost, out var ip) && OutboundGuard.IsCredentialSource(ip))
            wrong.Add("Aws:EndpointOverride is where machines ask for their credentials (link-local, or EC2's).");
        if (options.ProfilesLocation is { } file && !File.Exists(file))
            wrong.Add($"Aws:ProfilesLocation names {file}, which does not exist.");
        foreach (var (partition, value) in options.Partitions)
        {
            if (!AwsPartition.TryParse(partition, out _))
                wrong.Add($"Aws:Partitions:{partition} is no partition: use {string.Join(", ", AwsPartition.All)}.");
            if (string.IsNullOrWhiteSpace(value?.Profile))
                wrong.Add($"Aws:Partitions:{partition}:Profile must name a credential profile.");
            if (value?.ControlRole is { } control && !IsRoleOf(partition, control))
                wrong.Add($"Aws:Partitions:{partition}:ControlRole must be the ARN of a role in that partition.");
            wrong.AddRange(Witnesses.SelectMany(witness => WrongWitness(partition, value, witness)));
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> WrongWitness(string partition, AwsPartitionOptions? value, OurPrincipal witness)
    {
        if (value?.ProfileOf(witness) is not { } profile)
        {
            if (value?.ControlRoleOf(witness) is not null)
            {
                yield return $"Aws:Partitions:{partition}:{witness}ControlRole is set without {witness}Profile, so "
                    + $"there is no {witness}. Name the profile that opens the role, or remove the role.";
            }

            yield break;
        }

        if (string.IsNullOrWhiteSpace(profile))
            yield return $"Aws:Partitions:{partition}:{witness}Profile must name a credential profile.";
        if (!IsRoleOf(partition, value.ControlRoleOf(witness)))
        {
            yield return $"Aws:Partitions:{partition}:{witness}ControlRole must be the ARN of a role in partition "
                + $"{partition}, which {witness}Profile can open.";
        }
    }

    private static bool IsRoleOf(string partition, string? arn) =>
        RoleArn.TryParse(arn, out var role) && role.Partition.Name == partition;

    private static bool IsWeb(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
