using System.Text;
using Archera.Contracts.Permissions;

namespace Archera.Gateway.Onboarding;

/// <summary>The role as Terraform configuration, written as <c>terraform fmt</c> would.</summary>
internal static class TerraformTemplate
{
    private const string Policy =
        $$"""

        resource "aws_iam_role_policy" "archera" {
          name = "{{RoleBlueprint.PolicyName}}"
          role = aws_iam_role.archera.name

          policy = jsonencode({
            Version = "{{PolicyDocument.CurrentVersion}}"
            Statement = [

        """;

    private const string End =
        """
            ]
          })
        }

        output "role_arn" {
          description = "Set it as the role of the payer account, then verify."
          value       = aws_iam_role.archera.arn
        }

        """;

    public static string Render(RoleBlueprint role)
    {
        var hcl = new StringBuilder(Head(role.Account.AccountId.Value)).Append(Role(role)).Append(Policy);
        foreach (var (sid, rows) in role.Rights.Statements)
            Append(hcl, sid, rows);
        return hcl.Append(End).ToString();
    }

    private static string Head(string accountId) =>
        $$"""
        # Lets Archera read the bill of account {{accountId}}. Apply it with credentials of that account.

        terraform {
          required_version = ">= 1.3"

          required_providers {
            aws = {
              source = "hashicorp/aws"
            }
          }
        }

        data "aws_caller_identity" "current" {}


        """;

    private static string Role(RoleBlueprint role) =>
        $$"""
        resource "aws_iam_role" "archera" {
          name                 = "{{RoleBlueprint.RoleName}}"
          max_session_duration = {{RoleBlueprint.MaxSessionSeconds}}

          assume_role_policy = jsonencode({
            Version = "{{PolicyDocument.CurrentVersion}}"
            Statement = [
              {
                Sid    = "{{RoleBlueprint.TrustSid}}"
                Effect = "{{PolicyStatement.Allow}}"
                Action = ["{{RoleBlueprint.AssumeRole}}", "{{RoleBlueprint.SetSourceIdentity}}"]
                Principal = {
                  AWS = {{Quote(role.VendorPrincipalArn)}}
                }
                Condition = {
                  StringEquals = {
                    "{{RoleBlueprint.ExternalIdKey}}" = {{Quote(role.ExternalId.Reveal())}}
                  }
                }
              },
            ]
          })

          lifecycle {
            precondition {
              condition     = data.aws_caller_identity.current.account_id == "{{role.Account.AccountId}}"
              error_message = "These credentials are of another account than {{role.Account.AccountId}}."
            }
          }
        }

        """;

    private static void Append(StringBuilder hcl, string sid, IEnumerable<PermissionRow> rows)
    {
        hcl.Append($"      {{\n        Sid    = {Quote(sid)}\n");
        hcl.Append($"        Effect = {Quote(PolicyStatement.Allow)}\n        Action = [\n");
        foreach (var row in rows)
            hcl.Append($"          # {row.Reason}\n          {Quote(row.Action)},\n");
        hcl.Append($"        ]\n        Resource = {Quote(PolicyStatement.AnyResource)}\n      }},\n");
    }

    /// <summary>In HCL a dollar or percent sign before a brace begins a template.</summary>
    private static string Quote(string text) => "\"" + text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("${", "$${", StringComparison.Ordinal)
        .Replace("%{", "%%{", StringComparison.Ordinal) + "\"";
}
