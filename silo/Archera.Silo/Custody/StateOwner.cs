namespace Archera.Silo.Custody;

/// <summary>Whose installation's key sealed the state, told by the key ids that lead its records.</summary>
internal static class StateOwner
{
    /// <summary>
    /// Whether records of the installation's own are there, and none of them was sealed by this key. One that was is
    /// enough: another record's first bytes may be damaged.
    /// </summary>
    public static bool IsAnother(IEnumerable<RecordHead> records, KeyId installation)
    {
        var others = false;
        foreach (var record in records)
        {
            if (KeyScope.Of(record.GrainKey) != KeyScope.Installation
                || SealedBytes.FindKey(record.Bytes) is not { } key)
                continue;
            if (key == installation)
                return false;
            others = true;
        }

        return others;
    }
}
