using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Grains.Accounts;

namespace Archera.Grains.Onboarding;

/// <summary>
/// External ids that must not open a role: a random one and near misses of the right one, made for one run. Never
/// another claim's real id: a role without the condition would show it in that customer's CloudTrail.
/// </summary>
public static class ExternalIdDecoys
{
    public static ImmutableArray<(string Form, ExternalId Id)> Of(ExternalId right)
    {
        var text = right.Reveal();
        return
        [
            ("with a random external id", ExternalIds.Issue()),
            ("with the external id in the wrong case", new ExternalId(string.Concat(text.Select(SwapCase)))),
            ("with the external id's last character missing", new ExternalId(text[..^1])),
            ("with a character before the external id", new ExternalId("0" + text)),
            ("with a character behind the external id", new ExternalId(text + "0")),
        ];
    }

    private static char SwapCase(char letter) =>
        char.IsAsciiLetterUpper(letter) ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter);
}
