using System.Collections.Immutable;
using Archera.Aws.Datasets.LinkedAccounts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.LinkedAccounts;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using Archera.Grains.Refresh;
using Archera.Grains.Tenants;

namespace Archera.Grains.LinkedAccounts;

/// <summary>What a payer account tells of its organization.</summary>
public static class OrganizationViews
{
    /// <param name="before">As it was known before that moment; null: as it is known now.</param>
    public static OrganizationView Of(
        PayerAccountKey payer, ConnectionMode mode, DatasetProgress progress, DateTimeOffset? before)
    {
        if (mode != ConnectionMode.Payer)
        {
            var alone = new MemberView(payer.AccountId, "", LinkedAccount.UnknownState, null, null, null, null, []);
            return new OrganizationView(ReadStanding.Owned, mode, null, [alone], null, []);
        }

        if (progress.Book.Kept.GetValueOrDefault(progress.Dataset.Name) is not { } kept)
            return new OrganizationView(ReadStanding.Owned, mode, null, [], null, progress.ReadKept());
        try
        {
            var book = MembershipCodec.Decode(kept.SchemaVersion, kept.Content, kept.ReadAt);
            return before is { } moment
                ? AsOf(book, moment, kept.ReadAt)
                : new OrganizationView(
                    ReadStanding.Owned, mode, null, Accounts(book), kept.ReadAt, progress.ReadKept());
        }
        catch (InvalidDataException damaged)
        {
            var day = DatePeriod.OfDay(DateOnly.FromDateTime(kept.ReadAt.UtcDateTime));
            var late = new LateRead(day, kept.ReadAt, LateReason.Damaged, damaged.Message, null);
            return new OrganizationView(ReadStanding.Owned, mode, null, [], null, [late]);
        }
    }

    private static OrganizationView AsOf(MembershipBook book, DateTimeOffset moment, DateTimeOffset readAt)
    {
        var then = Accounts(book.Before(moment));
        var days = DatePeriod.OfDay(DateOnly.FromDateTime(moment.UtcDateTime).AddDays(-1));
        LateRead? late =
            book.ForgottenBefore is { } forgotten && moment < forgotten
                ? new LateRead(
                    days, moment, "forgotten-revision", "Not all that was known then is kept any more.", null)
            : then.IsEmpty
                ? new LateRead(
                    days, moment, CompletenessMerge.NotReadByThen, "The list had not been read by then.", null)
            : null;
        return new OrganizationView(
            ReadStanding.Owned,
            ConnectionMode.Payer,
            null,
            then,
            then.IsEmpty ? null : readAt < moment ? readAt : moment,
            late is null ? [] : [late]);
    }

    private static ImmutableArray<MemberView> Accounts(MembershipBook book) => [.. book.Accounts.Select(Member)];

    private static MemberView Member(Membership account) => new(
        account.Id,
        account.Now.Name,
        account.Now.State,
        account.Now.JoinedAt,
        account.FirstSeenAt,
        account.LeftAt,
        account.ReturnedAt,
        [
            new MemberEvent(account.FirstSeenAt, MemberEventKind.Seen),
            .. account.Phases.Zip(account.Phases.Skip(1)).SelectMany(pair => Events(pair.First, pair.Second)),
        ]);

    private static IEnumerable<MemberEvent> Events(MembershipPhase earlier, MembershipPhase later)
    {
        if (earlier.IsMember && !later.IsMember)
            yield return new MemberEvent(later.Since, MemberEventKind.Left);
        if (later.IsReturnAfter(earlier))
            yield return new MemberEvent(later.Since, MemberEventKind.Returned);
        if (later.Name != earlier.Name)
            yield return new MemberEvent(later.Since, MemberEventKind.Renamed, later.Name);
        if (later.State != earlier.State)
            yield return new MemberEvent(later.Since, MemberEventKind.StateChanged, later.State);
    }
}
