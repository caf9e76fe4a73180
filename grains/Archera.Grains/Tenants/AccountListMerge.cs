using System.Collections.Immutable;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.LinkedAccounts;
using Archera.Contracts.Reports;

namespace Archera.Grains.Tenants;

/// <summary>Puts the organizations of a tenant's payers together to one list.</summary>
public static class AccountListMerge
{
    /// <summary>
    /// In the order of payer and id. An account that left one payer for another is on the list of each: once as moved,
    /// with what was known of it there, and once as a member.
    /// </summary>
    public static ImmutableArray<AccountRow> Rows(
        IReadOnlyList<(PayerAccountKey Payer, OrganizationView View)> organizations)
    {
        var homes = organizations
            .Where(each => each.View.Mode == ConnectionMode.Payer)
            .SelectMany(each => each.View.Accounts.Where(account => account.LeftAt is null)
                .Select(account => (each.Payer.Partition, account.Id, each.Payer)))
            .ToLookup(home => (home.Partition, home.Id), home => home.Payer);
        return
        [
            .. organizations.OrderBy(each => each.Payer, PayerOrder.Instance)
                .SelectMany(each => each.View.Accounts
                    .OrderBy(account => account.Id.Value, StringComparer.Ordinal)
                    .Select(account => Row(each.Payer, each.View.Mode, account))),
        ];

        AccountRow Row(PayerAccountKey payer, ConnectionMode mode, MemberView account)
        {
            if (mode != ConnectionMode.Payer)
                return new AccountRow(payer, MembershipKind.Alone, account);
            if (account.LeftAt is null)
                return new AccountRow(payer, MembershipKind.Member, account);
            PayerAccountKey? home = homes[(payer.Partition, account.Id)]
                .Where(other => other != payer)
                .Order(PayerOrder.Instance)
                .Select(other => (PayerAccountKey?)other)
                .FirstOrDefault();
            return new AccountRow(payer, home is null ? MembershipKind.Left : MembershipKind.Moved, account, home);
        }
    }

    /// <summary>Of one payer's list: it is one, or it is late. It has no days.</summary>
    public static Completeness Of(PayerAccountKey payer, OrganizationView view, DatasetName dataset) =>
        view.Mode != ConnectionMode.Payer
            ? new Completeness(null, 0, 0, 0, 0, [])
            : new Completeness(
                view.ReadAt,
                1,
                view.ReadAt is not null && view.Late.IsEmpty ? 1 : 0,
                0,
                0,
                [
                    .. view.Late.Select(late => new LateAccount(
                        payer.ToString(), dataset, late.Since, late.Reason, late.Detail, late.NextTryAt)),
                ]);
}
