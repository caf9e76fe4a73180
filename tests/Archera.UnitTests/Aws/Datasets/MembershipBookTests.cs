using Archera.Aws.Datasets;
using Archera.Aws.Datasets.LinkedAccounts;
using Archera.Contracts.Identity;
using Microsoft.Extensions.Options;

namespace Archera.UnitTests.Aws.Datasets;

public sealed class MembershipBookTests
{
    private const string Payer = "111122223333";
    private const string Linked = "444455556666";
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 6, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Joined = Start.AddYears(-1);

    [Fact]
    public void Takes_an_account_in_when_a_list_has_it_first()
    {
        var book = Read(At(0), Account(Payer)).With([Account(Payer), Account(Linked)], At(1));

        Of(book, Payer).FirstSeenAt.ShouldBe(At(0));
        var joined = Of(book, Linked);
        (joined.FirstSeenAt, joined.Now.IsMember, joined.LeftAt, joined.ReturnedAt)
            .ShouldBe((At(1), true, null, null));
    }

    [Fact]
    public void Keeps_an_account_that_left_with_what_was_known_of_it()
    {
        var book = Read(At(0), Account(Payer), Account(Linked, "SUSPENDED")).With([Account(Payer)], At(1))
            .With([Account(Payer)], At(2));

        var left = Of(book, Linked);
        (left.LeftAt, left.Now.State, left.Now.Name, left.FirstSeenAt).ShouldBe((At(1), "SUSPENDED", "n", At(0)));
        book.Members.Select(member => member.Id.Value).ShouldBe([Payer]);
    }

    [Fact]
    public void Tells_an_account_that_is_back_again()
    {
        var book = Read(At(0), Account(Payer), Account(Linked)).With([Account(Payer)], At(1))
            .With([Account(Payer), Account(Linked, joined: At(1.5))], At(2));

        var back = Of(book, Linked);
        (back.LeftAt, back.ReturnedAt, back.FirstSeenAt, back.Phases.Length).ShouldBe((null, At(2), At(0), 3));
    }

    [Fact]
    public void Tells_a_return_that_no_list_missed_by_when_it_joined()
    {
        var book = Read(At(0), Account(Payer), Account(Linked))
            .With([Account(Payer), Account(Linked, joined: At(0.5))], At(1));

        Of(book, Linked).ReturnedAt.ShouldBe(At(1));
    }

    [Fact]
    public void Takes_no_return_from_a_time_that_AWS_did_not_send()
    {
        var unsaid = Account(Linked) with { JoinedAt = null };
        var book = Read(At(0), Account(Payer), Account(Linked)).With([Account(Payer), unsaid], At(1))
            .With([Account(Payer), Account(Linked)], At(2));

        Of(book, Linked).ReturnedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData("SUSPENDED")]
    [InlineData("PENDING_CLOSURE")]
    [InlineData("CLOSED")]
    public void Keeps_a_member_whose_state_changes(string state)
    {
        var book = Read(At(0), Account(Payer), Account(Linked))
            .With([Account(Payer), Account(Linked, state)], At(1));

        var changed = Of(book, Linked);
        (changed.Now.IsMember, changed.Now.State, changed.Now.Since).ShouldBe((true, state, At(1)));
        Of(book.Before(At(1)), Linked).Now.State.ShouldBe("ACTIVE");
    }

    [Fact]
    public void Says_the_same_after_the_same_list()
    {
        var book = Read(At(0), Account(Payer), Account(Linked)).With([Account(Payer)], At(1));

        MembershipCodec.Encode(book.With([Account(Payer)], At(2))).ShouldBe(MembershipCodec.Encode(book));
    }

    [Fact]
    public void Stands_before_a_moment_as_it_did_then()
    {
        var book = Read(At(0), Account(Payer), Account(Linked)).With([Account(Payer)], At(1))
            .With([Account(Payer), Account(Linked, "SUSPENDED")], At(2));

        book.Before(At(0)).Accounts.ShouldBeEmpty();
        Of(book.Before(At(0.5)), Linked).LeftAt.ShouldBeNull();
        Of(book.Before(At(1.5)), Linked).LeftAt.ShouldBe(At(1));
        Of(book.Before(At(3)), Linked).Now.State.ShouldBe("SUSPENDED");
    }

    [Fact]
    public void Keeps_the_newest_changes_of_an_account_and_says_what_it_forgot()
    {
        var book = Read(At(0), Account(Payer));
        for (var day = 1; day <= Membership.MaxPhases + 5; day++)
            book = book.With([Account(Payer, $"STATE-{day}")], At(day));

        var kept = Of(book, Payer);
        kept.Phases.Length.ShouldBe(Membership.MaxPhases);
        (kept.Now.State, kept.FirstSeenAt).ShouldBe(($"STATE-{Membership.MaxPhases + 5}", At(0)));
        book.ForgottenBefore.ShouldBe(kept.Phases[0].Since);
        Read(At(0), Account(Payer)).ForgottenBefore.ShouldBeNull();
    }

    [Fact]
    public void Forgets_first_who_left_first_and_says_so()
    {
        var first = Enumerable.Range(0, 5).Select(n => Account($"22222222222{n}"));
        var many = Enumerable.Range(0, MembershipBook.MaxDeparted).Select(n => Account($"33333333{n:0000}")).ToArray();
        var book = Read(At(0), [Account(Payer), .. first, .. many])
            .With([Account(Payer), .. many], At(1))
            .With([Account(Payer)], At(2));

        book.Accounts.Length.ShouldBe(1 + MembershipBook.MaxDeparted);
        book.Accounts.ShouldAllBe(account => !account.Id.Value.StartsWith("22222"));
        book.ForgottenBefore.ShouldBe(At(1));
    }

    [Fact]
    public void Comes_back_from_its_bytes()
    {
        var book = Read(At(0), Account(Payer), Account(Linked)).With([Account(Payer)], At(1))
            .With([Account(Payer), Account(Linked, "SUSPENDED", At(1.5))], At(2));
        for (var day = 3; day <= 30; day++)
            book = book.With([Account(Payer, $"\"{day}\""), Account(Linked)], At(day));

        var bytes = MembershipCodec.Encode(book);
        var decoded = MembershipCodec.Decode(MembershipCodec.SchemaVersion, bytes, default);

        MembershipCodec.Encode(decoded).ShouldBe(bytes);
        decoded.ForgottenBefore.ShouldBe(book.ForgottenBefore);
        foreach (var account in book.Accounts)
        {
            var same = Of(decoded, account.Id.Value);
            same.FirstSeenAt.ShouldBe(account.FirstSeenAt);
            same.Phases.ShouldBe(account.Phases);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"accounts":[{}]}""")]
    [InlineData("""{"accounts":[{"id":"1","since":1,"name":"n","state":"s"}]}""")]
    [InlineData("""{"accounts":[{"id":"111122223333","since":-1,"name":"n","state":"s"}]}""")]
    [InlineData("""{"accounts":[{"id":"111122223333","since":1,"name":null,"state":"s"}]}""")]
    public void Is_refused_when_its_bytes_are_damaged(string content) => Should.Throw<InvalidDataException>(() =>
        MembershipCodec.Decode(MembershipCodec.SchemaVersion, System.Text.Encoding.UTF8.GetBytes(content), default));

    [Fact]
    public void Begins_with_the_list_that_was_kept_before_there_were_books()
    {
        var dataset = new LinkedAccountsDataset(Options.Create(new LinkedAccountsOptions()));
        var listed = Partition(Account(Payer), Account(Linked));

        var kept = dataset.Remember(listed, At(0), Partition(Account(Payer)), At(1));

        kept.SchemaVersion.ShouldBe(MembershipCodec.SchemaVersion);
        var book = MembershipCodec.Decode(kept.SchemaVersion, kept.Content, default);
        (Of(book, Linked).FirstSeenAt, Of(book, Linked).LeftAt).ShouldBe((At(0), At(1)));
        LinkedAccountCodec.Decode(kept.SchemaVersion, kept.Content).ShouldBe([Account(Payer)]);
    }

    [Fact]
    public void Is_never_written_over_when_a_newer_program_wrote_it()
    {
        var dataset = new LinkedAccountsDataset(Options.Create(new LinkedAccountsOptions()));
        var newer = Partition(Account(Payer)) with { SchemaVersion = 9 };

        Should.Throw<InvalidDataException>(() => dataset.Remember(newer, At(0), Partition(Account(Payer)), At(1)))
            .Message.ShouldContain("schema version 9");
    }

    private static DatasetPartition Partition(params LinkedAccount[] accounts) => new(
        new DateOnly(2026, 11, 1),
        false,
        LinkedAccountCodec.SchemaVersion,
        LinkedAccountCodec.Encode(accounts),
        accounts.Length);

    private static MembershipBook Read(DateTimeOffset at, params LinkedAccount[] accounts) =>
        MembershipBook.Empty.With(accounts, at);

    private static Membership Of(MembershipBook book, string id) =>
        book.Accounts.Single(account => account.Id.Value == id);

    private static LinkedAccount Account(string id, string state = "ACTIVE", DateTimeOffset? joined = null) =>
        new(AwsAccountId.Parse(id), "n", state, joined ?? Joined);

    private static DateTimeOffset At(double days) => Start.AddDays(days);
}
