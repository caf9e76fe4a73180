using System.Collections.Immutable;
using System.Text;
using Archera.Contracts.Permissions;

namespace Archera.Gateway.Onboarding;

/// <summary>
/// The role as a CloudFormation template. Whom it trusts are parameters: filled in for a claim, empty in the templates
/// that an operator publishes and a quick-create link fills in. So is the account that the stack belongs in: in any
/// other, CloudFormation makes nothing. Every value is quoted text: YAML reads an account id that begins with 0 as an
/// octal number.
/// </summary>
internal static class CloudFormationTemplate
{
    public const string VendorPrincipalArn = nameof(VendorPrincipalArn);
    public const string ExternalId = nameof(ExternalId);
    public const string AccountId = nameof(AccountId);

    private const string InPayer = "Set it as the role of the payer account, then verify.";
    private const string InMember = "The role of this linked account.";

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

        """;

    private static readonly string Policies =
        $$"""
              Policies:
                - PolicyName: '{{RoleBlueprint.PolicyName}}'
                  PolicyDocument:
                    Version: '{{PolicyDocument.CurrentVersion}}'
                    Statement:

        """;

    /// <summary>For a stack in the claimed account.</summary>
    public static string Stack(RoleBlueprint role) => Render(
        role.Rights.Statements,
        Head($"Lets Archera read the bill of account {role.Account.AccountId}. Create the stack in that account.", role)
            + InAccount(role.Account.AccountId.Value),
        InPayer);

    /// <summary>
    /// For a stack set over an organization's linked accounts: the same role name, trust and external id, and the
    /// rights to what is read there, which may be none.
    /// </summary>
    public static string StackSet(RoleBlueprint role) => Render(
        role.Rights.MemberStatements,
        Head(
            MembersOf(role) + " A service-managed stack set leaves the management account out: it needs its own stack.",
            role),
        InMember);

    /// <summary>The template that a quick-create link names; it belongs to no claim.</summary>
    public static string Published(RoleRights rights) => Render(
        rights.Statements,
        Head($"Lets Archera read the bill of an account. Tier {rights.Tier}, mode {rights.Mode}.", claim: null)
            + InAccount(accountId: null),
        InPayer);

    private static string Render(
        ImmutableArray<(string Sid, ImmutableArray<PermissionRow> Rows)> statements, string head, string use)
    {
        var yaml = new StringBuilder(head).Append(Role);
        yaml.Append(Policies);
        foreach (var (sid, rows) in statements)
            Append(yaml, sid, rows);
        return yaml.Append(Outputs(use)).ToString();
    }

    private static string MembersOf(RoleBlueprint role) =>
        $"Lets Archera read in the linked accounts of {role.Account.AccountId}.";

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

    /// <summary>The last parameter, and the rule that holds the stack's account against it.</summary>
    private static string InAccount(string? accountId) =>
        $$"""
          {{AccountId}}:
            Description: 'The account that the stack belongs in.'
            Type: String
        {{Default(accountId)}}
            AllowedPattern: '^[0-9]{12}$'
        Rules:
          InThatAccount:
            Assertions:
              - Assert:
                  'Fn::Equals':
                    - Ref: 'AWS::AccountId'
                    - Ref: {{AccountId}}
                AssertDescription: {{Quote(
                    $"This is another account than {accountId ?? "AccountId names"}: sign in to that one.")}}

        """;

    private static string Outputs(string use) =>
        $"""
        Outputs:
          RoleArn:
            Description: {Quote(use)}
            Value:
              'Fn::GetAtt':
                - ArcheraRole
                - Arn

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
