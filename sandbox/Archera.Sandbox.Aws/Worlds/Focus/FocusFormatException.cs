namespace Archera.Sandbox.Aws.Worlds.Focus;

/// <summary>
/// A FOCUS file that can't become a bill without guessing. It names the file, the line and the column, never a value:
/// a cell may hold anything, a secret too.
/// </summary>
/// <param name="line">Where the record begins, counted from 1; 0 when the file could not be opened.</param>
public sealed class FocusFormatException(string file, long line, string problem)
    : Exception($"{file}, line {line}: {problem}")
{
    public string File => file;

    public long Line => line;
}
