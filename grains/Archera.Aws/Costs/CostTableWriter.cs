using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Archera.Aws.Costs;

/// <summary>
/// Writes a table: texts, row keys, then one column a metric, then the head of the SHA-256 of all of it.
/// </summary>
internal ref struct CostTableWriter
{
    public const int HashBytes = 8;
    public const byte MixedScales = 255;
    private const int AverageRowBytes = 24;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private readonly ArrayBufferWriter<byte> _output;

    private CostTableWriter(int rows) => _output = new ArrayBufferWriter<byte>(256 + (rows * AverageRowBytes));

    /// <summary>The metric that a metric is compared with; most rows of a bill are equal in all four.</summary>
    public static ReadOnlySpan<int> Follows => [-1, 0, 0, 1];

    public static byte[] Write(IReadOnlyCollection<CostTableRow> rows)
    {
        var keys = CostTableKeys.Of(rows);
        var ordered = Order(rows, keys);
        var writer = new CostTableWriter(ordered.Length);
        writer.WriteNumber((ulong)ordered.Length);
        writer.WriteTexts(keys.Keys1);
        writer.WriteTexts(keys.Keys2);
        writer.WriteTexts(keys.Currencies);
        writer.WriteRowKeys(ordered, keys.Currencies.Length > 1);
        var columns = Columns(ordered);
        for (var metric = 0; metric < columns.Length; metric++)
            writer.WriteColumn(columns[metric], Follows[metric] < 0 ? null : columns[Follows[metric]]);
        writer.WriteHash();
        return writer._output.WrittenSpan.ToArray();
    }

    private static OrderedRow[] Order(IReadOnlyCollection<CostTableRow> rows, CostTableKeys keys)
    {
        var (index1, index2) = (CostTableKeys.Index(keys.Keys1), CostTableKeys.Index(keys.Keys2));
        var currencies = CostTableKeys.Index(keys.Currencies);
        var ordered = new OrderedRow[rows.Count];
        var next = 0;
        foreach (var row in rows)
            ordered[next++] = new OrderedRow(index1[row.Key1], index2[row.Key2], currencies[row.Currency], row);
        Array.Sort(ordered, static (a, b) => a.Order.CompareTo(b.Order));
        for (var i = 1; i < ordered.Length; i++)
        {
            if (ordered[i].Order == ordered[i - 1].Order)
                throw Twice(ordered[i].Row);
        }

        return ordered;
    }

    private static ArgumentException Twice(CostTableRow row) =>
        new($"Two rows have the keys ({row.Key1}, {row.Key2}) and the currency {row.Currency}.");

    private static decimal[][] Columns(OrderedRow[] rows)
    {
        var columns = new decimal[Follows.Length][];
        for (var metric = 0; metric < columns.Length; metric++)
            columns[metric] = new decimal[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i].Row;
            columns[0][i] = row.UnblendedCost;
            columns[1][i] = row.AmortizedCost;
            columns[2][i] = row.NetUnblendedCost;
            columns[3][i] = row.NetAmortizedCost;
        }

        return columns;
    }

    private readonly void WriteTexts(string[] texts)
    {
        WriteNumber((ulong)texts.Length);
        foreach (var text in texts)
        {
            var length = StrictUtf8.GetByteCount(text);
            if (length > CostTableCodec.MaxKeyBytes)
                throw TooLong(length);
            WriteNumber((ulong)length);
            StrictUtf8.GetBytes(text, _output.GetSpan(length));
            _output.Advance(length);
        }
    }

    private static ArgumentException TooLong(int length) =>
        new($"A key has {length} bytes; {CostTableCodec.MaxKeyBytes} are allowed.");

    private readonly void WriteRowKeys(OrderedRow[] rows, bool withCurrency)
    {
        var previous = 0;
        foreach (var row in rows)
        {
            WriteNumber((ulong)(row.Key1 - previous));
            previous = row.Key1;
        }

        foreach (var row in rows)
            WriteNumber((ulong)row.Key2);
        if (!withCurrency)
            return;
        foreach (var row in rows)
            WriteNumber((ulong)row.Currency);
    }

    private readonly void WriteColumn(decimal[] column, decimal[]? followed)
    {
        var own = followed is null ? column : WriteSame(column, followed);
        var scale = CommonScale(own);
        _output.GetSpan(1)[0] = scale;
        _output.Advance(1);
        if (scale == MixedScales)
        {
            var scales = _output.GetSpan(own.Length);
            for (var i = 0; i < own.Length; i++)
                scales[i] = own[i].Scale;
            _output.Advance(own.Length);
        }

        foreach (var amount in own)
            WriteMantissa(amount);
    }

    /// <summary>Writes which rows equal the followed metric's, and returns the others.</summary>
    private readonly decimal[] WriteSame(decimal[] column, decimal[] followed)
    {
        var length = (column.Length + 7) / 8;
        var same = _output.GetSpan(length)[..length];
        same.Clear();
        var own = new decimal[column.Length];
        var count = 0;
        for (var i = 0; i < column.Length; i++)
        {
            if (column[i] == followed[i] && column[i].Scale == followed[i].Scale)
                same[i / 8] |= (byte)(1 << (i % 8));
            else
                own[count++] = column[i];
        }

        _output.Advance(length);
        return own[..count];
    }

    private static byte CommonScale(decimal[] amounts)
    {
        var scale = amounts.Length == 0 ? (byte)0 : amounts[0].Scale;
        foreach (var amount in amounts)
        {
            if (amount.Scale != scale)
                return MixedScales;
        }

        return scale;
    }

    private readonly void WriteMantissa(decimal amount)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(amount, bits);
        var mantissa = new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        var sign = bits[3] < 0 && mantissa != 0 ? 1UL : 0UL; // Minus zero is zero: equal amounts have equal bytes.
        var number = (mantissa << 1) | sign;
        while (number > ulong.MaxValue)
        {
            WriteByte((byte)(0x80 | (byte)(number & 0x7F)));
            number >>= 7;
        }

        WriteNumber((ulong)number);
    }

    private readonly void WriteNumber(ulong number)
    {
        while (number >= 0x80)
        {
            WriteByte((byte)(0x80 | (number & 0x7F)));
            number >>= 7;
        }

        WriteByte((byte)number);
    }

    private readonly void WriteByte(byte value)
    {
        _output.GetSpan(1)[0] = value;
        _output.Advance(1);
    }

    private readonly void WriteHash()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_output.WrittenSpan, hash);
        hash[..HashBytes].CopyTo(_output.GetSpan(HashBytes));
        _output.Advance(HashBytes);
    }

    private readonly record struct OrderedRow(int Key1, int Key2, int Currency, CostTableRow Row)
    {
        /// <summary>At most a million rows, so 20 bits are enough for each index.</summary>
        public long Order => ((long)Key1 << 40) | ((long)Key2 << 20) | (uint)Currency;
    }
}
