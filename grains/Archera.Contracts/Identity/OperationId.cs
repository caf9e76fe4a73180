using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Archera.Contracts.Identity;

/// <summary>
/// A long-running operation of one payer account, written <c>aws:123456789012-7</c>: it names where it runs.
/// </summary>
[GenerateSerializer, Immutable, Alias("archera.OperationId")]
public readonly record struct OperationId(
    [property: Id(0)] PayerAccountKey PayerAccount,
    [property: Id(1)] long Number)
{
    public static bool TryParse([NotNullWhen(true)] string? text, out OperationId id)
    {
        id = default;
        var dash = text?.LastIndexOf('-') ?? -1;
        if (dash < 0
            || !PayerAccountKey.TryParse(text![..dash], out var payer)
            || !long.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        // One operation has one name: not 01 for 1.
        var read = new OperationId(payer, number);
        if (read.ToString() != text)
            return false;
        id = read;
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PayerAccount}-{Number}");
}
