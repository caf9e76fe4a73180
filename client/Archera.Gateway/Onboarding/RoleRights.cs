using System.Collections.Immutable;
using Archera.Contracts.Accounts;
using Archera.Contracts.Permissions;

namespace Archera.Gateway.Onboarding;

/// <summary>
/// What a role grants, whoever may open it: the rows of the table of permissions, reads and writes apart.
/// </summary>
internal sealed class RoleRights(PermissionTier tier, ConnectionMode mode)
{
    public const string ReadsSid = "ArcheraReads";
    public const string WritesSid = "ArcheraCommitments";

    public PermissionTier Tier => tier;

    public ConnectionMode Mode => mode;

    /// <summary>The rows of each statement of the permission policy; none is empty.</summary>
    public ImmutableArray<(string Sid, ImmutableArray<PermissionRow> Rows)> Statements { get; } =
        BySid(PermissionTable.GrantedTo(tier, mode));

    /// <summary>The same of the role in a payer's linked accounts; empty where nothing is read there.</summary>
    public ImmutableArray<(string Sid, ImmutableArray<PermissionRow> Rows)> MemberStatements { get; } =
        BySid(PermissionTable.GrantedInMembers(tier));

    public IEnumerable<PermissionRow> Rows => Statements.SelectMany(statement => statement.Rows);

    public PolicyDocument PermissionPolicy => PolicyDocument.Of(
        [.. Statements.Select(statement => PolicyStatement.Allowing(statement.Sid, Actions(statement.Rows)))]);

    /// <summary>What our own sessions are narrowed to, whatever the role grants.</summary>
    public PolicyDocument SessionPolicy => PolicyDocument.Of(
        PolicyStatement.Allowing(ReadsSid, [.. Actions(PermissionTable.ReadIn(mode)), "sts:GetCallerIdentity"]));

    private static ImmutableArray<(string Sid, ImmutableArray<PermissionRow> Rows)> BySid(
        ImmutableArray<PermissionRow> rows) =>
    [
        .. rows.GroupBy(row => row.Writes ? WritesSid : ReadsSid)
            .Select(group => (group.Key, group.ToImmutableArray())),
    ];

    private static string[] Actions(IEnumerable<PermissionRow> rows) => [.. rows.Select(row => row.Action)];
}
