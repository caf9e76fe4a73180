using Archera.Grains.Storage;
using Archera.Silo.Custody;
using Archera.Silo.State;
using CsCheck;

namespace Archera.ClusterTests.Custody;

public sealed class SealedBytesTests
{
    private static readonly Gen<byte[]> Content = Gen.Byte.Array[0, 200];
    private static readonly DataKey Key = DataKey.New();
    private static readonly SealContext Here =
        SealContext.OfRecord("cost-01", GrainId.Create("report", "aws:1/2026-11"));

    [Fact]
    public void Open_to_what_was_sealed() => Content.Sample(content =>
        SealedBytes.Open(Key, Here, SealedBytes.Seal(Key, Here, content)).AsSpan().SequenceEqual(content));

    [Fact]
    public void Name_the_key_that_opens_them() =>
        SealedBytes.KeyOf(SealedBytes.Seal(Key, Here, [1, 2, 3])).ShouldBe(Key.Id);

    [Fact]
    public void Do_not_open_with_any_bit_flipped() =>
        Gen.Select(Content, Gen.Int[0, int.MaxValue]).Sample((content, at) =>
        {
            var bytes = SealedBytes.Seal(Key, Here, content);
            var bit = at % (bytes.Length * 8);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Should.Throw<StateRefusedException>(() => OpenAsAReader(bytes));
        });

    [Fact]
    public void Do_not_open_without_their_end() =>
        Gen.Select(Content, Gen.Int[0, int.MaxValue]).Sample((content, at) =>
        {
            var bytes = SealedBytes.Seal(Key, Here, content);
            Should.Throw<StateRefusedException>(() => OpenAsAReader(bytes[..(at % bytes.Length)]));
        });

    [Fact]
    public void Do_not_open_anywhere_else()
    {
        var bytes = SealedBytes.Seal(Key, Here, [1, 2, 3]);
        SealContext[] elsewhere =
        [
            SealContext.OfRecord("cost-02", GrainId.Create("report", "aws:1/2026-11")),
            SealContext.OfRecord("cost-01", GrainId.Create("report", "aws:2/2026-11")),
            SealContext.OfRecord("cost-01", GrainId.Create("other", "aws:1/2026-11")),
            SealContext.OfRecord("cost-01r", GrainId.Create("eport", "aws:1/2026-11")),
            SealContext.OfContent("cost-01"),
            SealContext.OfKey("cost-01"),
        ];

        foreach (var context in elsewhere)
            Should.Throw<DamagedStateException>(() => SealedBytes.Open(Key, context, bytes));
    }

    [Fact]
    public void Do_not_open_under_another_key_of_the_same_id()
    {
        var bytes = SealedBytes.Seal(Key, Here, [1, 2, 3]);
        var other = new DataKey(Key.Id, DataKey.New().Material.ToArray());

        Should.Throw<DamagedStateException>(() => SealedBytes.Open(other, Here, bytes));
    }

    [Fact]
    public void Differ_each_time_though_the_content_is_the_same() =>
        Enumerable.Range(0, 10_000).Select(_ => Convert.ToHexString(SealedBytes.Seal(Key, Here, [7]).AsSpan(22, 12)))
            .Distinct().Count().ShouldBe(10_000);

    [Fact]
    public void Hold_nothing_of_the_content_in_readable_form()
    {
        var content = "Amazon Elastic Compute Cloud - Compute"u8;
        SealedBytes.Seal(Key, Here, content).AsSpan().IndexOf(content[..8]).ShouldBe(-1);
    }

    [Fact]
    public void Are_refused_by_name_when_they_were_never_sealed() =>
        Should.Throw<UnknownStateException>(() => SealedBytes.KeyOf(StateEnvelope.Wrap([1, 2, 3])))
            .Message.ShouldContain("not sealed");

    [Fact]
    public void Of_a_newer_program_are_named_as_such()
    {
        var bytes = SealedBytes.Seal(Key, Here, [1, 2, 3]);
        bytes[4] = 9;
        Should.Throw<UnknownStateException>(() => SealedBytes.KeyOf(bytes)).Message.ShouldContain("envelope version 9");
    }

    private static byte[] OpenAsAReader(byte[] bytes)
    {
        if (SealedBytes.KeyOf(bytes) != Key.Id)
            throw new DamagedStateException("No such key.");
        return SealedBytes.Open(Key, Here, bytes);
    }
}
