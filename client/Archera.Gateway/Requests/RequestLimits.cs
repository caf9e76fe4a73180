using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Archera.Gateway.Requests;

/// <summary>What the server reads of a request before any of our code sees it.</summary>
internal static class RequestLimits
{
    /// <summary>
    /// The longest address, in bytes: every filter value that a cost query may carry as account ids fits. A longer
    /// one is a bare 414.
    /// </summary>
    public const int MaxLineBytes = 32 * 1024;

    public static void Apply(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestLineSize = MaxLineBytes;

        // Under the default, UTF-8, a header of other bytes ends in a bare 400 that names nothing.
        options.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
    }
}
