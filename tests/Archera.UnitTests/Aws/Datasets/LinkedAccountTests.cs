using System.Text;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using Archera.Aws.Datasets;
using Archera.Aws.Datasets.LinkedAccounts;
using Archera.Contracts.Identity;

namespace Archera.UnitTests.Aws.Datasets;

public sealed class LinkedAccountTests
{
    private static readonly AwsAccountId Payer = AwsAccountId.Parse("111122223333");

    [Fact]
    public void Comes_back_from_its_bytes_in_the_order_of_ids()
    {
        LinkedAccount[] accounts =
        [
            new(AwsAccountId.Parse("222222222222"), "\"Prod\"", "ACTIVE", DateTimeOffset.UnixEpoch.AddSeconds(1.678)),
            new(Payer, "Payer", "SUSPENDED", null),
        ];

        var decoded = LinkedAccountCodec.Decode(LinkedAccountCodec.SchemaVersion, LinkedAccountCodec.Encode(accounts));

        decoded.ShouldBe(accounts.Reverse());
        LinkedAccountCodec.Encode(accounts).ShouldBe(LinkedAccountCodec.Encode(accounts.Reverse()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("[{\"id\":\"1\",\"name\":\"n\",\"state\":\"s\"}]")]
    [InlineData("[{\"id\":111122223333,\"name\":\"n\",\"state\":\"s\"}]")]
    [InlineData("[{\"id\":\"111122223333\",\"name\":\"n\",\"state\":\"s\",\"joinedAt\":\"never\"}]")]
    public void Damaged_bytes_are_refused(string content) => Should.Throw<InvalidDataException>(
        () => LinkedAccountCodec.Decode(LinkedAccountCodec.SchemaVersion, Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void An_unknown_schema_version_is_refused_by_number() => Should.Throw<InvalidDataException>(
        () => LinkedAccountCodec.Decode(7, LinkedAccountCodec.Encode([]))).Message.ShouldContain("schema version 7");

    [Fact]
    public void State_is_taken_before_the_retired_Status_and_either_may_be_absent()
    {
        var pages = new LinkedAccountPages(Payer);
        pages.Add([Account(Payer.Value, AccountState.CLOSED, AccountStatus.ACTIVE)]);
        pages.Add(null);
        pages.Add([Account("222222222222", null, AccountStatus.SUSPENDED), Account("333333333333", null, null)]);

        pages.Finish().Select(a => a.State).ShouldBe(["CLOSED", "SUSPENDED", "UNKNOWN"]);
    }

    [Fact]
    public void A_list_without_the_payer_is_no_list() =>
        Should.Throw<UnreadableAnswerException>(() => new LinkedAccountPages(Payer).Finish())
            .Message.ShouldContain("not on its own list");

    [Fact]
    public void The_same_account_twice_ends_the_read()
    {
        var pages = new LinkedAccountPages(Payer);
        pages.Add([Account(Payer.Value, AccountState.ACTIVE, null)]);

        Should.Throw<UnreadableAnswerException>(() => pages.Add([Account(Payer.Value, AccountState.ACTIVE, null)]))
            .Message.ShouldContain("came twice");
    }

    private static Account Account(string id, AccountState? state, AccountStatus? status) =>
        new() { Id = id, Name = "n", State = state!, Status = status! };
}
