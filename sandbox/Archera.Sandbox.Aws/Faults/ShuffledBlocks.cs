using System.Security.Cryptography;
using System.Text;

namespace Archera.Sandbox.Aws.Faults;

/// <summary>
/// Draws a share of calls so that every block of 20 holds its share exactly (a fraction is carried on to the next
/// block) while the order inside a block is shuffled: random enough to surprise, too even to starve or to pass by luck.
/// </summary>
public sealed class ShuffledBlocks(decimal share, int seed, string stream)
{
    public const int Length = 20;

    private readonly Lock _gate = new();
    private readonly bool[] _block = new bool[Length];
    private long _drawn;

    public bool Next()
    {
        lock (_gate)
        {
            var position = (int)(_drawn % Length);
            if (position == 0)
                Shuffle(_drawn / Length);
            _drawn++;
            return _block[position];
        }
    }

    private void Shuffle(long number)
    {
        var hits = (int)(decimal.Floor((number + 1) * Length * share) - decimal.Floor(number * Length * share));
        Array.Fill(_block, true, 0, hits);
        Array.Fill(_block, false, hits, Length - hits);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{stream}:{number}"));
        new Random(BitConverter.ToInt32(hash)).Shuffle(_block);
    }
}
