using Archera.Aws.Calls;
using Archera.Contracts.Permissions;

namespace Archera.Grains.Onboarding;

/// <summary>
/// What is said of actions that AWS denies the role: which, what they are asked for, what is missing without them, and
/// the statement that grants them. Which policy denies is only in AWS's words: they are quoted, with how to read them.
/// </summary>
public static class DeniedAction
{
    private const string HowToReadAws =
        "If AWS's words name an explicit deny, a service control policy, a resource control policy or a permissions "
        + "boundary, that policy has to change instead. If they name a session policy, it is ours: tell the operator.";

    private const string CostExplorerOff =
        "If they say that the user is not enabled for cost explorer access, no policy is at fault: enable Cost "
        + "Explorer in the payer account, and there let linked accounts use it.";

    public static string Words(IReadOnlyList<string> actions, AwsFailure denial)
    {
        var aws = denial.AwsWords is { } words ? $"AWS says: \"{words}\". " : "";
        var rows = RowsOf(actions).Select(row => $"{row.Reason} Missing without it: {row.Missing}");
        return $"AWS denies {string.Join(", ", actions)}. {aws}{string.Join(' ', rows)}";
    }

    public static string Remedy(IReadOnlyList<string> actions)
    {
        var statements = string.Join(", ", RowsOf(actions).Select(row => row.Statement));
        var asksCosts = actions.Any(action => action.StartsWith("ce:", StringComparison.Ordinal));
        return $"Add to the role's permission policy the statement {statements}, then verify again: AWS needs some "
            + $"seconds until a change is seen everywhere, and was asked for as long. {HowToReadAws}"
            + (asksCosts ? $" {CostExplorerOff}" : "");
    }

    /// <summary>A test holds the table against what datasets and verification use: every action has its row.</summary>
    private static IEnumerable<PermissionRow> RowsOf(IEnumerable<string> actions) =>
        actions.Select(PermissionTable.Find).OfType<PermissionRow>();
}
