using Archera.Client.Keys;
using Microsoft.Extensions.Options;

namespace Archera.Gateway.Access;

/// <summary>The operator's key, checked once at the start.</summary>
internal sealed class OperatorKey(IOptions<OperatorOptions> options)
{
    private readonly ApiKey _key = ApiKey.TryParse(options.Value.Key, out var key)
        ? key
        : throw new InvalidOperationException(Missing);

    public const string Missing =
        "Operator:Key is missing or malformed: set it to arc_<8 letters or digits>_<32 letters or digits>.";

    public bool Matches(ApiKey key) => _key.FixedTimeEquals(key);

    public IdempotencySeed SeedFor(string idempotencyKey) => new(_key, idempotencyKey);
}
