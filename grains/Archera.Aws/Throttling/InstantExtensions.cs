namespace Archera.Aws.Throttling;

internal static class InstantExtensions
{
    public static DateTimeOffset ClampTo(this DateTimeOffset instant, DateTimeOffset earliest, DateTimeOffset latest) =>
        instant < earliest ? earliest : instant > latest ? latest : instant;
}
