namespace Archera.Sandbox.PublicApi;

internal sealed record DatasetAnswer(string Dataset, DateTimeOffset? AsOf, int Late);
