namespace Archera.Sandbox.Aws.Worlds.Generated;

/// <summary>Ids and names of generated organizations and accounts.</summary>
internal static class Naming
{
    private const long SuffixModulus = 100_000_000_000;

    // Odd and no multiple of five, so that multiplying by it maps the eleven-digit numbers onto themselves.
    private const long SuffixFactor = 61_803_398_877;

    private static readonly string[] Adjectives =
    [
        "Northwind", "Juniper", "Harbor", "Cobalt", "Meadow", "Granite", "Lumen", "Saffron", "Tidal", "Alder",
        "Quartz", "Willow", "Ember", "Falcon", "Maple", "Cedar", "Indigo", "Summit", "Prairie", "Velvet",
    ];

    private static readonly string[] Trades =
    [
        "Robotics", "Foods", "Insurance", "Logistics", "Media", "Health", "Games", "Energy", "Retail", "Travel",
        "Labs", "Analytics", "Mobility", "Learning", "Bank", "Textiles", "Telecom", "Instruments", "Farms", "Studios",
    ];

    private static readonly string[] Stages = ["prod", "staging", "dev", "sandbox"];

    private static readonly string[] Teams =
    [
        "payments", "data-lake", "web", "search", "mobile-api", "identity", "ml-platform", "analytics", "checkout",
        "catalog", "observability", "security-tooling", "network-hub", "shared-services", "batch", "messaging",
    ];

    /// <summary>
    /// Twelve digits, different for every (payer, slot) because the last eleven are. Every eighth account begins with
    /// a zero, where programs that read ids as numbers fail; none begins with a nine, which is free for other accounts.
    /// </summary>
    public static string AccountId(Draw world, int payer, int slot)
    {
        var offset = (long)(world.With("account ids").Unit * SuffixModulus);
        var number = (long)payer * GeneratedWorldOptions.MaximumLinkedPerPayer + slot;
        var suffix = (long)(((Int128)number * SuffixFactor + offset) % SuffixModulus);
        var lead = slot % 8 == 3 ? 0 : 1 + world.With("lead").With(number).Below(8);
        return $"{lead}{suffix:D11}";
    }

    public static string OrganizationId(Draw payer) =>
        "o-" + string.Create(10, payer.With("organization"), static (letters, draw) =>
        {
            for (var i = 0; i < letters.Length; i++)
                letters[i] = "abcdefghijklmnopqrstuvwxyz0123456789"[draw.With(i).Below(36)];
        });

    public static string Company(Draw world, int payer)
    {
        var names = Adjectives.Length * Trades.Length;
        var place = (world.With("companies").Below(names) + payer * 149) % names;
        var name = $"{Adjectives[place % Adjectives.Length]} {Trades[place / Adjectives.Length]}";
        return payer < names ? name : $"{name} {payer / names + 1}";
    }

    public static string Stage(int slot) => Stages[(slot - 1) % Stages.Length];

    public static string AccountName(Draw payer, int slot)
    {
        if (slot == 0)
            return "management";
        var pairs = Stages.Length * Teams.Length;
        var place = (slot - 1) % pairs;
        var team = (place / Stages.Length + payer.With("teams").Below(Teams.Length)) % Teams.Length;
        var name = $"{Stage(slot)}-{Teams[team]}";
        return slot <= pairs ? name : $"{name}-{(slot - 1) / pairs + 1}";
    }

    public static string Email(string account, string company) =>
        $"aws+{account}@{company.ToLowerInvariant().Replace(' ', '-')}.example";
}
