using System.Text;
using Archera.Contracts.Accounts;
using Archera.Contracts.Permissions;

namespace Archera.Gateway.Onboarding;

/// <summary>
/// The role as a CloudFormation template. Whom it trusts are parameters: filled in for a claim, empty in the templates
/// that an operator publishes and a quick-create link fills in. Every value is quoted text, since YAML reads an account
/// id that begins with 0 as an octal number.
/// </summary>
internal static class CloudFormationTemplate
{
    public const string VendorPrincipalArn = nameof(VendorPrincipalArn);
    public const string ExternalId = nameof(ExternalId);

    private const string Outputs =
        """
        Outputs:
          RoleArn:
            Description: 'Set it as the role of the payer account, then verify.'
            Value:
              'Fn::GetAtt':
                - ArcheraRole
                - Arn

        """;

    private static readonly string Role =
        $$"""
        Resources:
          ArcheraRole:
            Type: 'AWS::IAM::Role'
            Properties:
              RoleName:
                Ref: RoleName
              MaxSessionDuration: {{RoleBlueprint.MaxSessionSeconds}}
              AssumeRolePolicyDocument:
                Version: '{{PolicyDocument.CurrentVersion}}'
                Statement:
                  - Sid: '{{RoleBlueprint.TrustSid}}'
                    Effect: {{PolicyStatement.Allow}}
                    Principal:
                      AWS:
                        Ref: {{VendorPrincipalArn}}
                    Action:
                      - '{{RoleBlueprint.AssumeRole}}'
                      - '{{RoleBlueprint.SetSourceIdentity}}'
                    Condition:
                      StringEquals:
                        '{{RoleBlueprint.ExternalIdKey}}':
                          Ref: {{ExternalId}}
              Policies:
                - PolicyName: '{{RoleBlueprint.PolicyName}}'
                  PolicyDocument:
                    Version: '{{PolicyDocument.CurrentVersion}}'
                    Statement:

        """;

    /// <summary>For a stack in the claimed account.</summary>
    public static string Stack(RoleBlueprint role) => Render(
        role.Rights,
        $"Lets Archera read the bill of account {role.Account.AccountId}. Create the stack in that account.",
        role);

    /// <summary>
    /// For a stack set over an organization's linked accounts: the same role name, trust and external id, and the
    /// rights that make sense there.
    /// </summary>
    public static string StackSet(RoleBlueprint role) => Render(
        new RoleRights(role.Rights.Tier, ConnectionMode.SubAccount),
        $"Lets Archera read in the linked accounts of {role.Account.AccountId}. A service-managed stack set leaves the "
        + "management account out: it needs the stack of its own.",
        role);

    /// <summary>The template that a quick-create link names; it belongs to no claim.</summary>
    public static string Published(RoleRights rights) => Render(
        rights, $"Lets Archera read the bill of this account. Tier {rights.Tier}, mode {rights.Mode}.", claim: null);

    private static string Render(RoleRights rights, string description, RoleBlueprint? claim)
    {
        var yaml = new StringBuilder(Head(description, claim)).Append(Role);
        foreach (var (sid, rows) in rights.Statements)
            Append(yaml, sid, rows);
        return yaml.Append(Outputs).ToString();
    }

    private static string Head(string description, RoleBlueprint? claim) =>
        $$"""
        AWSTemplateFormatVersion: '2010-09-09'
        Description: {{Quote(description)}}
        Parameters:
          {{VendorPrincipalArn}}:
            Description: 'Who may open the role: the vendorPrincipalArn of the payer account.'
            Type: String
        {{Default(claim?.VendorPrincipalArn)}}
            AllowedPattern: '^arn:[a-z-]+:iam::[0-9]{12}:(user|role)/.+$'
          {{ExternalId}}:
            Description: 'Without it nobody opens the role: the externalId of the payer account.'
            Type: String
        {{Default(claim?.ExternalId.Reveal())}}
            AllowedPattern: '^[A-Za-z0-9+=,.@:/_-]{2,1224}$'
          RoleName:
            Description: 'The name of the role.'
            Type: String
            Default: '{{RoleBlueprint.RoleName}}'
            AllowedPattern: '^[A-Za-z0-9_+=,.@-]{1,64}$'

        """;

    private static void Append(StringBuilder yaml, string sid, IEnumerable<PermissionRow> rows)
    {
        yaml.Append($"              - Sid: {Quote(sid)}\n");
        yaml.Append($"                Effect: {PolicyStatement.Allow}\n                Action:\n");
        foreach (var row in rows)
            yaml.Append($"                  # {row.Reason}\n                  - {Quote(row.Action)}\n");
        yaml.Append($"                Resource: {Quote(PolicyStatement.AnyResource)}\n");
    }

    private static string Default(string? value) =>
        value is null ? "    # No default: a quick-create link fills it in." : $"    Default: {Quote(value)}";

    /// <summary>In single quotes YAML reads everything literally but the quote itself.</summary>
    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
