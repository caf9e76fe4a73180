namespace Archera.Aws.Datasets;

/// <summary>
/// An answer of AWS that does not say exactly what was asked. It ends the read; a reader turns it into a failure.
/// </summary>
public sealed class UnreadableAnswerException(string what, bool tooLarge = false, bool outOfOrder = false)
    : Exception(what)
{
    /// <summary>A day went on that had been taken for whole: of what was taken before, nothing is sure.</summary>
    public bool OutOfOrder { get; } = outOfOrder;

    /// <summary>The answer has more rows than a read may have.</summary>
    public bool TooLarge { get; } = tooLarge;
}
