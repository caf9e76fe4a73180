namespace Archera.Aws.Datasets;

/// <summary>
/// An answer of AWS that does not say exactly what was asked. It ends the read; a reader turns it into a failure.
/// </summary>
public sealed class UnreadableAnswerException(string what, bool tooLarge = false) : Exception(what)
{
    /// <summary>The answer has more rows than a read may have.</summary>
    public bool TooLarge { get; } = tooLarge;
}
