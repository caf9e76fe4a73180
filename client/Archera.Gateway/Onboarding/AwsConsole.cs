using Archera.Contracts.Identity;

namespace Archera.Gateway.Onboarding;

/// <summary>Where a partition's console is, and the Region that its global services are shown in.</summary>
internal sealed record AwsConsole(string Host, string Region)
{
    private static readonly AwsConsole Standard = new("console.aws.amazon.com", "us-east-1");
    private static readonly AwsConsole GovCloud = new("console.amazonaws-us-gov.com", "us-gov-west-1");
    private static readonly AwsConsole China = new("console.amazonaws.cn", "cn-north-1");

    /// <summary>Where a stack is created by hand from a template.</summary>
    public string CreateStackUrl => $"https://{Host}/cloudformation/home?region={Region}#/stacks/create";

    public static AwsConsole Of(AwsPartition partition) =>
        partition == AwsPartition.AwsCn ? China
        : partition == AwsPartition.AwsUsGov ? GovCloud
        : Standard;

    /// <summary>A link that shows the stack filled in, to be created by one click.</summary>
    public string QuickCreateUrl(Uri template, string stackName, params (string Name, string Value)[] parameters)
    {
        var link = $"https://{Host}/cloudformation/home?region={Region}#/stacks/quickcreate"
            + $"?templateURL={Uri.EscapeDataString(template.AbsoluteUri)}&stackName={Uri.EscapeDataString(stackName)}";
        return link + string.Concat(parameters.Select(
            parameter => $"&param_{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"));
    }
}
