using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Archera.Silo.Start;

/// <summary>
/// The one line for a start that failed in a way that whoever started it can mend; null for a fault of ours.
/// </summary>
internal static class StartRefusal
{
    public static string? Explain(Exception failure) => failure switch
    {
        StartRefusedException => failure.Message,
        OptionsValidationException options => string.Join(" ", options.Failures),
        OrleansConfigurationException => failure.Message.ReplaceLineEndings(" "),
        AddressInUseException => $"{failure.Message} Stop that program, or choose another address with --urls.",
        AggregateException { InnerExceptions: [var only] } => Explain(only),
        _ => failure.InnerException is { } inner ? Explain(inner) : null,
    };
}
