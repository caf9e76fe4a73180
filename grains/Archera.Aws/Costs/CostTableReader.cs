using System.Security.Cryptography;
using System.Text;

namespace Archera.Aws.Costs;

/// <summary>
/// Reads what <see cref="CostTableWriter"/> wrote. Nothing is allocated that the content's own length can't bear.
/// </summary>
internal ref struct CostTableReader
{
    private const int MaxScale = 28;
    private const int MantissaBits = 97;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private ReadOnlySpan<byte> _rest;

    private CostTableReader(ReadOnlySpan<byte> payload) => _rest = payload;

    public static CostTable Read(ReadOnlySpan<byte> content)
    {
        var reader = new CostTableReader(Checked(content));
        var rows = reader.ReadCount(CostTableCodec.MaxRows);
        var keys = new CostTableKeys(reader.ReadTexts(), reader.ReadTexts(), reader.ReadTexts());
        var key1 = reader.ReadRising(rows, keys.Keys1.Length);
        var key2 = reader.ReadIndexes(rows, keys.Keys2.Length);
        var currency = keys.Currencies.Length > 1 ? reader.ReadIndexes(rows, keys.Currencies.Length) : new int[rows];
        var metrics = new decimal[CostTableWriter.Follows.Length][];
        for (var metric = 0; metric < metrics.Length; metric++)
        {
            var followed = CostTableWriter.Follows[metric];
            metrics[metric] = followed < 0 ? reader.ReadAmounts(rows) : reader.ReadColumn(metrics[followed]);
        }

        return reader._rest.IsEmpty && (rows == 0 || keys.Currencies.Length > 0)
            ? new CostTable(keys, key1, key2, currency, metrics)
            : throw Damaged("it does not end where it says");
    }

    private static ReadOnlySpan<byte> Checked(ReadOnlySpan<byte> content)
    {
        if (content.Length < CostTableWriter.HashBytes)
            throw Damaged("it is too short");
        var payload = content[..^CostTableWriter.HashBytes];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(payload, hash);
        return hash[..CostTableWriter.HashBytes].SequenceEqual(content[^CostTableWriter.HashBytes..])
            ? payload
            : throw Damaged("its hash differs");
    }

    private string[] ReadTexts()
    {
        var texts = new string[ReadCount(CostTableCodec.MaxRows)];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = ReadText();
        return texts;
    }

    private string ReadText()
    {
        var bytes = Take(ReadCount(CostTableCodec.MaxKeyBytes));
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Damaged("a text is not UTF-8");
        }
    }

    private int[] ReadRising(int rows, int keys)
    {
        var indexes = new int[rows];
        var index = 0;
        for (var i = 0; i < rows; i++)
            indexes[i] = index = Within(index + (long)ReadNumber(), keys);
        return indexes;
    }

    private int[] ReadIndexes(int rows, int keys)
    {
        var indexes = new int[rows];
        for (var i = 0; i < rows; i++)
            indexes[i] = Within((long)ReadNumber(), keys);
        return indexes;
    }

    private decimal[] ReadColumn(decimal[] followed)
    {
        var same = Take((followed.Length + 7) / 8);
        var own = 0;
        for (var i = 0; i < followed.Length; i++)
            own += IsSame(same, i) ? 0 : 1;
        var amounts = ReadAmounts(own);
        var column = new decimal[followed.Length];
        var next = 0;
        for (var i = 0; i < column.Length; i++)
            column[i] = IsSame(same, i) ? followed[i] : amounts[next++];
        return column;
    }

    private static bool IsSame(ReadOnlySpan<byte> same, int row) => (same[row / 8] & (1 << (row % 8))) != 0;

    private decimal[] ReadAmounts(int count)
    {
        var common = Take(1)[0];
        var scales = common == CostTableWriter.MixedScales ? Take(count) : default;
        var amounts = new decimal[count];
        for (var i = 0; i < count; i++)
            amounts[i] = ReadAmount(scales.IsEmpty ? common : scales[i]);
        return amounts;
    }

    private decimal ReadAmount(byte scale)
    {
        if (scale > MaxScale)
            throw Damaged("an amount has too many decimals");
        UInt128 number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = Take(1)[0];
            number |= (UInt128)(next & 0x7Fu) << shift;
            if (next < 0x80)
                break;
            if (shift + 7 >= MantissaBits)
                throw Damaged("an amount is too large");
        }

        if (number >> MantissaBits != 0)
            throw Damaged("an amount is too large");
        var mantissa = number >> 1;
        return new decimal(
            (int)(uint)(mantissa & uint.MaxValue),
            (int)(uint)((mantissa >> 32) & uint.MaxValue),
            (int)(uint)(mantissa >> 64),
            (number & 1) != 0,
            scale);
    }

    /// <summary>A number of things that each take at least a byte of what is left.</summary>
    private int ReadCount(int most)
    {
        var count = ReadNumber();
        return count <= (ulong)most && count <= (ulong)_rest.Length
            ? (int)count
            : throw Damaged("it names more than it holds");
    }

    private ulong ReadNumber()
    {
        ulong number = 0;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var next = Take(1)[0];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return number;
        }

        throw Damaged("a number is too large");
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length)
            throw Damaged("it is cut short");
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    private static int Within(long index, int count) =>
        index >= 0 && index < count ? (int)index : throw Damaged("a row names an unknown key");

    private static InvalidDataException Damaged(string how) =>
        new($"Cost content is damaged: {how}. Read the partition again from AWS.");
}
