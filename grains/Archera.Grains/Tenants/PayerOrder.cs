using Archera.Contracts.Identity;

namespace Archera.Grains.Tenants;

/// <summary>By their text, ordinal.</summary>
public sealed class PayerOrder : IComparer<PayerAccountKey>
{
    public static readonly PayerOrder Instance = new();

    public int Compare(PayerAccountKey x, PayerAccountKey y) => string.CompareOrdinal(x.ToString(), y.ToString());
}
