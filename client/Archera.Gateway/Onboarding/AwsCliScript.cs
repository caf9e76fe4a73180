using System.Text.Json;

namespace Archera.Gateway.Onboarding;

/// <summary>
/// The role as a shell script for the AWS CLI. It may be run again: a role that it made is set to what it should be,
/// and one that anybody else made, or gave further rights, is left alone. The script's own words go to standard error,
/// the role's ARN to standard output.
/// </summary>
internal static class AwsCliScript
{
    /// <summary>The tag by which the script knows a role that it made.</summary>
    public const string MadeByKey = "archera:made-by";
    public const string MadeBy = "aws-cli.sh";

    private const string Checks =
        """

        stop() {
          echo "$1" >&2
          exit 1
        }
        refuse() { stop "$1 Nothing was changed."; }

        command -v aws > /dev/null || refuse "The AWS CLI is not on this machine."
        caller=$(aws sts get-caller-identity --query Arn --output text) \
          || refuse "AWS does not say whose credentials these are."
        IFS=: read -r _ caller_partition _ _ caller_account _ <<< "$caller"
        [[ "$caller_partition" == "$partition" && "$caller_account" == "$account_id" ]] \
          || refuse "These credentials are $caller, not of account $account_id in $partition."

        is_ours() {
          local made_by attached inline others
          made_by=$(aws iam get-role --role-name "$role_name" --output text \
            --query "Role.Tags[?Key == '$made_by_key'].Value | [0]") \
            && attached=$(aws iam list-attached-role-policies --role-name "$role_name" --output text \
              --query 'AttachedPolicies[].PolicyArn') \
            && inline=$(aws iam list-role-policies --role-name "$role_name" --output text \
              --query "PolicyNames[?@ != '$policy_name']") \
            || refuse "AWS does not say what role $role_name is for."
          others=($attached $inline)
          [[ "$made_by" == "$made_by_value" ]] || refuse "Role $role_name is there, and this script did not make it: \
        somebody may need it as it is. Change it where it was made, or give role_name another value."
          [[ ${#others[@]} -eq 0 ]] || refuse "Role $role_name has policies that this script did not give it, and \
        would open them to Archera: ${others[*]}. Detach or delete them."
        }

        """;

    private const string Steps =
        """
        if answer=$(aws iam get-role --role-name "$role_name" 2>&1); then
          is_ours
          aws iam update-assume-role-policy --role-name "$role_name" --policy-document "$trust_policy" \
            || refuse "The trust policy of role $role_name was not set."
          echo "Role $role_name was there: its trust policy is set." >&2
        elif [[ "$answer" == *NoSuchEntity* ]]; then
          aws iam create-role --role-name "$role_name" --max-session-duration "$max_session_seconds" \
            --tags "Key=$made_by_key,Value=$made_by_value" --assume-role-policy-document "$trust_policy" > /dev/null \
            || refuse "Role $role_name was not created."
          echo "Role $role_name is created." >&2
        else
          refuse "AWS does not say whether there is a role $role_name: $answer"
        fi

        aws iam put-role-policy --role-name "$role_name" --policy-name "$policy_name" \
          --policy-document "$permission_policy" \
          || stop "Role $role_name trusts Archera, but its rights are not set. Run this again."
        aws iam get-role --role-name "$role_name" --query Role.Arn --output text

        """;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Render(RoleBlueprint role) => Head(role) + Checks + Steps;

    private static string Head(RoleBlueprint role) =>
        $$"""
        #!/usr/bin/env bash
        # Lets Archera read the bill of account {{role.Account.AccountId}}. Run it with credentials of that account
        # that may call iam:GetRole, iam:ListAttachedRolePolicies, iam:ListRolePolicies, iam:CreateRole, iam:TagRole,
        # iam:UpdateAssumeRolePolicy and iam:PutRolePolicy. It prints the role's ARN.
        # Run again, it replaces the trust policy and the inline policy {{RoleBlueprint.PolicyName}} of the role that it
        # made, which it knows by the tag {{MadeByKey}}. A role that it did not make, or that has other policies, is
        # left alone.
        #
        # What the role allows, and why:
        {{Reasons(role.Rights)}}
        set -euo pipefail

        partition={{Quote(role.Account.Partition.Name)}}
        account_id={{Quote(role.Account.AccountId.Value)}}
        role_name={{Quote(RoleBlueprint.RoleName)}}
        policy_name={{Quote(RoleBlueprint.PolicyName)}}
        made_by_key={{Quote(MadeByKey)}}
        made_by_value={{Quote(MadeBy)}}
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
