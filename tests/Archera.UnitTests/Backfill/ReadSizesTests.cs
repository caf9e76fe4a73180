using Archera.Aws.Datasets;
using Archera.Grains.Refresh;

namespace Archera.UnitTests.Backfill;

public sealed class ReadSizesTests
{
    [Fact]
    public void Follow_what_AWS_does_now()
    {
        var sizes = Enumerable.Repeat(new PageSizes(10, 1_000, 11, 10, 1_000), 1_000)
            .Aggregate(default(ReadSizes), (sum, read) => sum.Add(read));

        sizes = Enumerable.Repeat(new PageSizes(10, 2_000, 11, 10, 2_000), 1_000)
            .Aggregate(sizes, (sum, read) => sum.Add(read));

        sizes.FullPages.ShouldBeLessThanOrEqualTo(ReadSizes.Memory);
        (sizes.FullRows / (double)sizes.FullPages).ShouldBeInRange(180, 200);
    }
}
