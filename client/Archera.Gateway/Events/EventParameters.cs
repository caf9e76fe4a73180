using System.Globalization;
using Archera.Contracts.Events;
using Archera.Gateway.Requests;

namespace Archera.Gateway.Events;

/// <summary>Which of a tenant's events are asked for.</summary>
internal sealed record EventParameters(long After, int Limit)
{
    private const int DefaultLimit = 100;

    public static readonly QueryParameters All = new(
    [
        new("after", "Only events with a higher number; all that are kept when left out.")
        {
            Pattern = "^[0-9]{1,18}$",
        },
        new("limit", $"At most so many, 1 to {TenantEventLimits.MaxListed}; {DefaultLimit} when left out.")
        {
            Pattern = "^[0-9]{1,3}$",
        },
    ]);

    public static EventParameters Read(IQueryCollection query, FieldErrors errors) => new(
        Number(query, "after", 0, long.MaxValue, fallback: 0, errors),
        (int)Number(query, "limit", 1, TenantEventLimits.MaxListed, DefaultLimit, errors));

    private static long Number(
        IQueryCollection query, string name, long least, long most, long fallback, FieldErrors errors)
    {
        if (!query.TryGetValue(name, out var text))
            return fallback;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
            return number;
        errors.Add(name, $"Expected a whole number from {least} to {most}.");
        return fallback;
    }
}
