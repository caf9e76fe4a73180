using System.Text;
using Archera.Contracts.Accounts;
using Archera.Contracts.Permissions;

namespace Archera.UnitTests.Permissions;

/// <summary>The table of permissions as its documentation shows it.</summary>
internal static class PermissionsPage
{
    private const string Head =
        """
        # Permissions

        What the role in your account allows us, action by action, and why. This page is rendered from the same table as
        the templates, the policies of our sessions, and the remedies of failures
        (`grains/Archera.Contracts/Permissions/PermissionTable.cs`); a test holds that tier Trial is exactly what the
        datasets and the verification use.

        - **The role may do more than we do.** Whatever it grants, each session of ours is opened with a session policy of
          the exact reads of tier Trial and nothing else: rights are the role's policy *cut with* ours. It never holds a
          write, a wildcard, or a read that is not named below: in tier Production, too, nothing that we send can change
          anything. A test sends every granted write, signed with a session of ours, and is denied.
        - **Who may open it**: the vendor's principal, with your external id, for `sts:AssumeRole` and
          `sts:SetSourceIdentity`. See [onboarding](onboarding.md).
        - **In which accounts** (column *in*): *payer* is the payer account alone; *connected account* a payer account, or
          a linked account connected alone; *every account* also the linked accounts of a connected payer, through the
          stack set. Machines are read in each linked account, through the role that its stack set makes.
        - Resource is `*` throughout: these actions take no narrower one, or name nothing before the first read.
        - `GET /api/v1/payer-accounts/{payerAccount}/onboarding/permissions.json` is this page for your account, with the
          policies to paste; CloudFormation, Terraform and AWS CLI are beside it. `GET …/{payerAccount}/permissions` compares
          it with what was used in 90 days, and gives a smaller policy to paste.
        """;

    private const string Left =
        """
        ## What is not asked for, and why

        | not granted | because |
        |---|---|
        | `ec2:Describe*` | it includes `DescribeInstanceAttribute` and `DescribeLaunchTemplateVersions`, which return user data: often secrets |
        | `ec2:Get*` | it includes `GetConsoleOutput` and `GetPasswordData` |
        | `ec2:RequestSpotInstances`, `ec2:RunInstances` | they start machines, which is no commitment |
        | `ce:*`, `organizations:*`, `budgets:*` | they include writes: anomaly subscriptions, leaving an organization, budget actions |
        | `organizations:List*` | it includes handshakes and billing transfers: who was invited, with addresses and notes |
        | `support:*` | cases hold correspondence |
        | `wellarchitected:*` | reviews hold descriptions of workloads |
        | `pricing:*` | the price list is public: our own account reads it |
        | `rds:Describe*`, `elasticache:Describe*`, … | only reservations are asked for, not databases |
        | `ReadOnlyAccess` and other managed policies | none comes near: they read data, or lack Cost Explorer |
        """;

    public static string Render()
    {
        var page = new StringBuilder(Head).Append("\n\n");
        page.Append("## Tier Trial\n\nExactly the reads that are used today.\n\n");
        Append(page, [.. PermissionTable.Reads]);
        page.Append(
            "\n## Tier Production\n\nReads by wildcard, so that a new dataset needs no change of the role, beside those "
            + "of Trial that none covers;\nand writes on commitments.\n\n");
        var production = PermissionTable.GrantedTo(PermissionTier.Production, ConnectionMode.Payer);
        Append(page, [.. production.Where(row => !row.Writes)]);
        page.Append("\n### Writes on commitments\n\nIn the payer account alone, each by its exact name.\n\n");
        Append(page, [.. production.Where(row => row.Writes)]);
        page.Append(
            "\n### What the wildcards reach\n\nToday, by AWS's own service models, which leave out what only the console "
            + "calls; all are reads.\nAWS may add to them: therefore no session of ours holds one.\n\n"
            + "| action | reaches |\n|---|---|\n");
        foreach (var row in production.Where(row => row.IsWildcard))
        {
            var reached = ListedActions.All.Where(row.Covers).Select(action => $"`{action.Split(':')[1]}`");
            page.Append($"| `{row.Action}` | {string.Join(", ", reached)} |\n");
        }

        return page.Append('\n').Append(Left).ToString();
    }

    private static void Append(StringBuilder page, IReadOnlyList<PermissionRow> rows)
    {
        page.Append("| action | in | datasets | why | missing without it |\n|---|---|---|---|---|\n");
        foreach (var row in rows)
        {
            var scope = row.Scope switch
            {
                PermissionScope.Payer => "payer",
                PermissionScope.ConnectedAccount => "connected account",
                _ => "every account",
            };
            var datasets = string.Join(", ", row.Datasets.Select(dataset => $"`{dataset}`"));
            page.Append($"| `{row.Action}` | {scope} | {datasets} | {row.Reason} | {row.Missing} |\n");
        }
    }
}
