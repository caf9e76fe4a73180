using System.Text.Json;

namespace Archera.Gateway.Onboarding;

/// <summary>
/// The role as a shell script for the AWS CLI. It may be run again: what is there is set to what it should be. The
/// script's own words go to standard error, the role's ARN to standard output.
/// </summary>
internal static class AwsCliScript
{
    private const string Steps =
        """

        caller=$(aws sts get-caller-identity --query Arn --output text)
        case "$caller" in
          "arn:$partition:"*"::$account_id:"*) ;;
          *)
            echo "These credentials are $caller, not of account $account_id in $partition: nothing was changed." >&2
            exit 1
            ;;
        esac

        if found=$(aws iam get-role --role-name "$role_name" --query Role.Arn --output text 2>&1); then
          echo "Role $role_name is there: its trust policy is set." >&2
          aws iam update-assume-role-policy --role-name "$role_name" --policy-document "$trust_policy"
        elif [[ "$found" == *NoSuchEntity* ]]; then
          echo "Role $role_name is created." >&2
          aws iam create-role --role-name "$role_name" --max-session-duration "$max_session_seconds" \
            --assume-role-policy-document "$trust_policy" > /dev/null
        else
          echo "$found" >&2
          exit 1
        fi

        aws iam put-role-policy --role-name "$role_name" --policy-name "$policy_name" \
          --policy-document "$permission_policy"
        aws iam get-role --role-name "$role_name" --query Role.Arn --output text

        """;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Render(RoleBlueprint role) => Head(role) + Steps;

    private static string Head(RoleBlueprint role) =>
        $$"""
        #!/usr/bin/env bash
        # Lets Archera read the bill of account {{role.Account.AccountId}}. Run it with credentials of that account
        # that may call iam:GetRole, iam:CreateRole, iam:UpdateAssumeRolePolicy and iam:PutRolePolicy. A role of this
        # name is taken over: its trust policy and its inline policy {{RoleBlueprint.PolicyName}} are replaced.
        # It prints the role's ARN.
        #
        # What the role allows, and why:
        {{Reasons(role.Rights)}}
        set -euo pipefail

        partition={{Quote(role.Account.Partition.Name)}}
        account_id={{Quote(role.Account.AccountId.Value)}}
        role_name={{Quote(RoleBlueprint.RoleName)}}
        policy_name={{Quote(RoleBlueprint.PolicyName)}}
        max_session_seconds={{RoleBlueprint.MaxSessionSeconds}}
        trust_policy={{Quote(JsonSerializer.Serialize(role.TrustPolicy, Indented))}}
        permission_policy={{Quote(JsonSerializer.Serialize(role.Rights.PermissionPolicy, Indented))}}

        export AWS_PAGER=''
        export AWS_DEFAULT_REGION="${AWS_DEFAULT_REGION:-{{AwsConsole.Of(role.Account.Partition).Region}}}"

        """;

    private static string Reasons(RoleRights rights) =>
        string.Join('\n', rights.Rows.Select(row => $"#   {row.Action}\n#     {row.Reason}"));

    /// <summary>In single quotes the shell reads everything literally but the quote itself.</summary>
    private static string Quote(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
