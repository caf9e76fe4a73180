using System.Collections.Immutable;

namespace Archera.Gateway.Onboarding;

/// <summary>A language that the role is written in.</summary>
/// <param name="FileName">The last part of its address, and the name it is saved under.</param>
/// <param name="ForPayersOnly">It concerns an organization's linked accounts.</param>
internal sealed record TemplateKind(
    string FileName,
    string ContentType,
    string Operation,
    string Summary,
    Func<RoleBlueprint, string> Render,
    bool ForPayersOnly = false)
{
    public static ImmutableArray<TemplateKind> All { get; } =
    [
        new(
            "cloudformation.yaml", "application/yaml", "GetCloudFormation", "The role as a CloudFormation template",
            CloudFormationTemplate.Stack),
        new(
            "stackset.yaml", "application/yaml", "GetStackSet",
            "The role of linked accounts, as a CloudFormation template for a stack set",
            CloudFormationTemplate.StackSet, ForPayersOnly: true),
        new(
            "terraform.tf", "text/plain", "GetTerraform", "The role as Terraform configuration",
            TerraformTemplate.Render),
        new(
            "aws-cli.sh", "text/x-shellscript", "GetAwsCli", "The role as a script for the AWS CLI",
            AwsCliScript.Render),
    ];
}
