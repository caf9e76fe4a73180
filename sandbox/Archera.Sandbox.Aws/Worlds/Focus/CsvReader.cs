using System.Text;

namespace Archera.Sandbox.Aws.Worlds.Focus;

/// <summary>
/// RFC 4180, with LF accepted as a line end. What the RFC forbids is refused: read on, and columns would shift.
/// </summary>
internal sealed class CsvReader(TextReader reader, string file)
{
    /// <summary>Longer than any export's tags; a quote that is never closed ends here instead of in memory.</summary>
    public const int MaximumRecordLength = 1 << 20;

    private const int End = -1;

    private readonly StringBuilder _field = new();
    private long _nextLine = 1;
    private int _length;

    /// <summary>The line on which the last record begins.</summary>
    public long Line { get; private set; }

    /// <summary>The next record; null at the end. Blank lines are passed over.</summary>
    public List<string>? ReadRecord()
    {
        while (reader.Peek() != End)
        {
            Line = _nextLine;
            _length = 0;
            var fields = new List<string>();
            while (ReadField(fields))
            {
            }

            if (fields is not [""])
                return fields;
        }

        return null;
    }

    public FocusFormatException Refuse(string problem) => new(file, Line, problem);

    /// <summary>Whether another field follows in the record.</summary>
    private bool ReadField(List<string> fields)
    {
        _field.Clear();
        var delimiter = reader.Peek() == '"' ? ReadQuoted() : ReadPlain();
        fields.Add(_field.ToString());
        return delimiter == ',';
    }

    private int ReadPlain()
    {
        while (true)
        {
            var letter = Next();
            if (IsDelimiter(ref letter))
                return letter;
            if (letter == '"')
                throw Refuse("a quote stands inside a field that does not begin with one.");
            _field.Append((char)letter);
        }
    }

    private int ReadQuoted()
    {
        Next();
        while (true)
        {
            var letter = Next();
            if (letter == End)
                throw Refuse("a quoted field is not closed.");
            if (letter != '"')
                _field.Append((char)letter);
            else if (reader.Peek() == '"')
                _field.Append((char)Next());
            else
                break;
        }

        var delimiter = Next();
        return IsDelimiter(ref delimiter) ? delimiter : throw Refuse("text follows the closing quote of a field.");
    }

    private bool IsDelimiter(ref int letter)
    {
        if (letter != '\r')
            return letter is ',' or '\n' or End;
        letter = Next();
        return letter is '\n' or End ? true : throw Refuse("a carriage return stands alone.");
    }

    private int Next()
    {
        var letter = reader.Read();
        if (letter == '\n')
            _nextLine++;
        if (++_length > MaximumRecordLength)
            throw Refuse($"a record is longer than {MaximumRecordLength} characters; is a quote left open?");
        return letter;
    }
}
