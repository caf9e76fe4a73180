using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Archera.Sandbox.Aws.Worlds.Focus;

/// <summary>
/// Gives every account of a file a 12-digit id: its own, or a hash of it that is the same in every run. The original
/// id stays readable in the account's name.
/// </summary>
internal sealed class FocusAccounts
{
    public const int MaximumIdLength = 128;

    /// <summary>Twice what AWS lets an organization grow to on request.</summary>
    public const int MaximumAccounts = 20_000;

    private const ulong Ids = 1_000_000_000_000;

    private readonly Dictionary<string, MemberAccount> _byOriginal = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _originals = new(StringComparer.Ordinal);

    /// <summary>In the order of their first charge.</summary>
    public List<MemberAccount> All { get; } = [];

    public string IdOf(string original, string? name, DateOnly firstDay, CsvReader csv)
    {
        if (_byOriginal.TryGetValue(original, out var known))
            return known.Id;
        var isAccountId = original.Length == 12 && original.All(char.IsAsciiDigit);
        var id = isAccountId ? original : Hash(original);
        if (!_originals.TryAdd(id, original))
            throw csv.Refuse($"two accounts of the file become {id}. Export one of them on its own.");
        if (All.Count == MaximumAccounts)
            throw csv.Refuse($"the file has more than {MaximumAccounts} accounts.");
        var shown = isAccountId ? name ?? original : $"{name ?? "Account"} ({original})";
        var joined = new DateTimeOffset(firstDay.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var account = new MemberAccount(id, shown, $"aws+{id}@focus.example", "INVITED", joined);
        _byOriginal.Add(original, account);
        All.Add(account);
        return id;
    }

    private static string Hash(string original)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes("focus account " + original));
        return (BinaryPrimitives.ReadUInt64BigEndian(hash) % Ids).ToString("D12");
    }
}
