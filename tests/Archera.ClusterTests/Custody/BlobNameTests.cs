using Archera.Silo.Custody;

namespace Archera.ClusterTests.Custody;

public sealed class BlobNameTests
{
    [Theory]
    [InlineData("payer-account-payeraccount/aws:111122223333.json", "payer-account", "aws:111122223333")]
    [InlineData(
        "cost-CostByRecordType-07-costreport/aws:111122223333/2026-11.json",
        "cost-CostByRecordType-07",
        "aws:111122223333/2026-11")]
    [InlineData("offboarding-offboarding/t-abcdefgh12345678.json", "offboarding", "t-abcdefgh12345678")]
    public void Says_which_record_of_which_grain_a_blob_is(string blob, string record, string grainKey) =>
        BlobName.Parse(blob).ShouldBe(new BlobName(record, grainKey));

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("folder/notes.json")]
    [InlineData("payer-account-payeraccount/aws:111122223333")]
    public void Knows_no_record_in_a_blob_of_somebody_else(string blob) => BlobName.Parse(blob).ShouldBeNull();
}
