using Archera.Grains.Storage;
using Archera.Silo.State;
using CsCheck;

namespace Archera.ClusterTests.Storage;

public sealed class StateEnvelopeTests
{
    private static readonly Gen<byte[]> Content = Gen.Byte.Array[0, 200];

    [Fact]
    public void Gives_back_what_was_put_in() =>
        Content.Sample(content => StateEnvelope.Unwrap(StateEnvelope.Wrap(content)).Span.SequenceEqual(content));

    [Fact]
    public void Finds_every_flipped_bit() =>
        Gen.Select(Content, Gen.Int[0, int.MaxValue]).Sample((content, at) =>
        {
            var record = StateEnvelope.Wrap(content);
            var bit = at % (record.Length * 8);
            record[bit / 8] ^= (byte)(1 << (bit % 8));
            Should.Throw<StateRefusedException>(() => StateEnvelope.Unwrap(record));
        });

    [Fact]
    public void Finds_every_missing_end() =>
        Gen.Select(Content, Gen.Int[0, int.MaxValue]).Sample((content, at) =>
        {
            var record = StateEnvelope.Wrap(content);
            Should.Throw<StateRefusedException>(() => StateEnvelope.Unwrap(record.AsMemory(0, at % record.Length)));
        });

    [Fact]
    public void Names_a_version_that_it_does_not_know()
    {
        var record = StateEnvelope.Wrap([1, 2, 3]);
        record[4] = StateEnvelope.Version + 1;
        Should.Throw<StateRefusedException>(() => StateEnvelope.Unwrap(record))
            .Message.ShouldContain($"envelope version {StateEnvelope.Version + 1}");
    }
}
