using System.Collections.Immutable;

namespace Archera.Grains.Accounts;

/// <summary>Which notices are kept until they are told, when there are more than are kept.</summary>
public static class NoticeOutbox
{
    /// <summary>
    /// Notices kept until they are delivered: far more than claims move while an event record can't be written.
    /// </summary>
    public const int MaxKept = 500;

    /// <summary>
    /// The outbox with more notices. Beyond the limit the oldest goes that only its tenant's events would have shown;
    /// the tenant's next notice says how many are lost before it.
    /// </summary>
    public static ImmutableList<AccountNotice> Add(
        ImmutableList<AccountNotice> outbox, IEnumerable<AccountNotice> made)
    {
        var kept = outbox.AddRange(made);
        while (kept.Count > MaxKept)
            kept = Lose(kept, LeastWorth(kept));
        return kept;
    }

    /// <summary>What the operator's list needs is kept longest, and so is a tenant's only notice.</summary>
    private static int LeastWorth(ImmutableList<AccountNotice> notices)
    {
        var newest = notices.Index().GroupBy(each => each.Item.Tenant).Select(each => each.Last().Index).ToHashSet();
        var older = notices.Index().Where(each => !newest.Contains(each.Index)).ToArray();
        return older.Where(each => each.Item is { Opened: null, Ended: null }).Concat(older)
            .Select(each => each.Index)
            .FirstOrDefault();
    }

    private static ImmutableList<AccountNotice> Lose(ImmutableList<AccountNotice> notices, int place)
    {
        var lost = notices[place];
        var left = notices.RemoveAt(place);
        var next = left.FindIndex(place, notice => notice.Tenant == lost.Tenant);
        return next < 0
            ? left
            : left.SetItem(next, left[next] with { LostBefore = left[next].LostBefore + lost.LostBefore + 1 });
    }
}
