namespace Archera.Sandbox;

/// <summary>What the process ends with.</summary>
internal static class ExitCode
{
    internal const int Ok = 0;

    /// <summary>
    /// Something differs from the truth, failed, or could not start (a port or a folder that is taken).
    /// </summary>
    internal const int Failed = 1;

    internal const int Usage = 2;

    /// <summary>Something was still late when the time was over.</summary>
    internal const int Late = 3;

    /// <summary>A second signal while ending: the shell's own code for Ctrl-C.</summary>
    internal const int Interrupted = 130;
}
