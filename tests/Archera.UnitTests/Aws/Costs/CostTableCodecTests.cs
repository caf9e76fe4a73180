using System.Security.Cryptography;
using Archera.Aws.Costs;
using Archera.Contracts.Reports;
using CsCheck;

namespace Archera.UnitTests.Aws.Costs;

public sealed class CostTableCodecTests
{
    private static readonly Gen<decimal> Amount =
        from lo in Gen.Int
        from mid in Gen.OneOf(Gen.Const(0), Gen.Int)
        from hi in Gen.OneOf(Gen.Const(0), Gen.Int)
        from negative in Gen.Bool
        from scale in Gen.OneOf(Gen.Const((byte)10), Gen.Byte[0, 28])
        select new decimal(lo, mid, hi, negative, scale);

    private static readonly Gen<CostTableRow> Row =
        from key1 in Gen.String[Gen.Char["ÄäßAb 中"], 0, 3]
        from key2 in Gen.Int[0, 6].Select(n => $"11112222333{n}")
        from amounts in Amount.Array[4]
        from same in Gen.Bool
        from currency in Gen.OneOf(Gen.Const("USD"), Gen.Const("CNY"))
        select same
            ? new CostTableRow(key1, key2, amounts[0], amounts[0], amounts[0], amounts[0], currency)
            : new CostTableRow(key1, key2, amounts[0], amounts[1], amounts[2], amounts[3], currency);

    private static readonly Gen<CostTableRow[]> Rows =
        Row.Array[0, 60].Select(rows => rows.DistinctBy(r => (r.Key1, r.Key2, r.Currency)).ToArray());

    [Fact]
    public void Gives_back_every_row_to_the_last_decimal_and_with_its_scale() => Rows.Sample(rows =>
    {
        var decoded = CostTableCodec.Decode(CostTableCodec.SchemaVersion, CostTableCodec.Encode(rows));

        decoded.Select(Exact).ShouldBe(rows.Select(Exact), ignoreOrder: true);
    });

    [Fact]
    public void Gives_the_same_bytes_whatever_the_order_of_the_rows() =>
        Gen.Select(Rows, Gen.Int).Sample((rows, seed) =>
        {
            var shuffled = rows.ToArray();
            new Random(seed).Shuffle(shuffled);

            CostTableCodec.Encode(shuffled).ShouldBe(CostTableCodec.Encode(rows));
        });

    [Fact]
    public void Columns_say_the_same_as_rows() => Rows.Sample(rows =>
    {
        var content = CostTableCodec.Encode(rows);

        var table = CostTableCodec.Read(CostTableCodec.SchemaVersion, content);

        table.Rows.ShouldBe(rows.Length);
        foreach (var metric in Enum.GetValues<CostMetric>())
            Checked(table.Column(metric).ToArray()).ShouldBe(Checked(rows.Select(r => Metric(r, metric))));
        table.Keys1.ShouldBe(rows.Select(r => r.Key1).Distinct().Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Any_flipped_bit_is_damage_and_never_another_amount() =>
        Gen.Select(Rows, Gen.Int[0, int.MaxValue]).Sample((rows, at) =>
        {
            var content = CostTableCodec.Encode(rows);
            content[at / 8 % content.Length] ^= (byte)(1 << (at % 8));

            Should.Throw<InvalidDataException>(() => CostTableCodec.Read(CostTableCodec.SchemaVersion, content));
        });

    [Fact]
    public void Content_with_a_right_hash_but_foreign_bytes_is_refused_within_its_own_length() =>
        Gen.Byte.Array[0, 200].Sample(bytes =>
        {
            var content = bytes.Concat(SHA256.HashData(bytes)[..8]).ToArray();
            try
            {
                CostTableCodec.Read(CostTableCodec.SchemaVersion, content).Rows.ShouldBeLessThanOrEqualTo(bytes.Length);
            }
            catch (InvalidDataException)
            {
                // The refusal that is asked for; any other exception fails the test.
            }
        });

    [Fact]
    public void A_cut_content_is_refused_at_every_length()
    {
        var content = CostTableCodec.Encode([new("EC2", "111122223333", 1.5m, 2, 3, 4, "USD")]);

        for (var length = 0; length < content.Length; length++)
        {
            var cut = content.AsMemory(0, length);
            Should.Throw<InvalidDataException>(() => CostTableCodec.Read(CostTableCodec.SchemaVersion, cut));
        }
    }

    [Fact]
    public void An_unknown_schema_version_is_refused_by_number() =>
        Should.Throw<InvalidDataException>(() => CostTableCodec.Decode(2, CostTableCodec.Encode([])))
            .Message.ShouldContain("schema version 2");

    [Fact]
    public void Two_rows_with_the_same_keys_are_a_fault_of_the_caller() =>
        Should.Throw<ArgumentException>(() => CostTableCodec.Encode(
            [new("EC2", "1", 1, 1, 1, 1, "USD"), new("EC2", "1", 2, 2, 2, 2, "USD")]));

    [Fact]
    public void A_key_beyond_its_limit_is_a_fault_of_the_caller() =>
        Should.Throw<ArgumentException>(() => CostTableCodec.Encode(
            [new(new string('x', CostTableCodec.MaxKeyBytes + 1), "1", 1, 1, 1, 1, "USD")]));

    [Fact]
    public void Minus_zero_is_written_as_zero() =>
        CostTableCodec.Encode([new("EC2", "1", new decimal(0, 0, 0, true, 2), 0.00m, 0.00m, 0.00m, "USD")])
            .ShouldBe(CostTableCodec.Encode([new("EC2", "1", 0.00m, 0.00m, 0.00m, 0.00m, "USD")]));

    private static string Exact(CostTableRow row) =>
        $"{row.Key1}|{row.Key2}|{row.Currency}|{Plain(row.UnblendedCost)}|{Plain(row.AmortizedCost)}"
        + $"|{Plain(row.NetUnblendedCost)}|{Plain(row.NetAmortizedCost)}";

    private static string Plain(decimal amount) =>
        FormattableString.Invariant($"{(amount == 0 ? decimal.Abs(amount) : amount)}");

    private static string[] Checked(IEnumerable<decimal> amounts) =>
        amounts.Select(Plain).Order(StringComparer.Ordinal).ToArray();

    private static decimal Metric(CostTableRow row, CostMetric metric) => metric switch
    {
        CostMetric.UnblendedCost => row.UnblendedCost,
        CostMetric.AmortizedCost => row.AmortizedCost,
        CostMetric.NetUnblendedCost => row.NetUnblendedCost,
        _ => row.NetAmortizedCost,
    };
}
