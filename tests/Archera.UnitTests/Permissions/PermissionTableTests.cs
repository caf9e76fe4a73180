using System.Collections.Immutable;
using Archera.Aws;
using Archera.Aws.Datasets;
using Archera.Aws.Sessions;
using Archera.Contracts.Accounts;
using Archera.Contracts.Permissions;
using Archera.Contracts.Time;
using Archera.Grains.Onboarding;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Archera.UnitTests.Permissions;

public sealed class PermissionTableTests
{
    /// <summary>What a billing tool has no business with, by an example of each kind.</summary>
    public static readonly TheoryData<string> NotOurs =
    [
        "ec2:DescribeInstanceAttribute", "ec2:DescribeLaunchTemplateVersions", "ec2:GetConsoleOutput",
        "ec2:GetPasswordData", "ec2:RunInstances", "ec2:RequestSpotInstances", "ec2:TerminateInstances",
        "s3:GetObject", "logs:GetLogEvents", "support:DescribeCases", "secretsmanager:GetSecretValue",
        "ssm:GetParameter", "iam:PassRole", "sts:AssumeRole", "cloudwatch:PutMetricData", "rds:DescribeDBInstances",
        "organizations:LeaveOrganization", "organizations:ListHandshakesForOrganization",
        "ce:CreateAnomalySubscription",
    ];

    private static readonly (PermissionTier Tier, ConnectionMode Mode)[] Roles =
    [
        .. from tier in Enum.GetValues<PermissionTier>() from mode in Enum.GetValues<ConnectionMode>()
           select (tier, mode),
    ];

    private static readonly IReadOnlyList<IDataset> Datasets = new ServiceCollection()
        .AddSingleton(new BillingClock(TimeProvider.System))
        .AddArcheraAws(new ConfigurationBuilder().Build())
        .BuildServiceProvider()
        .GetRequiredService<DatasetCatalogue>().All;

    [Theory]
    [InlineData(ConnectionMode.Payer)]
    [InlineData(ConnectionMode.SubAccount)]
    public void Trial_grants_what_the_datasets_and_the_verification_use_and_nothing_else(ConnectionMode mode)
    {
        var used = Datasets.Where(dataset => mode == ConnectionMode.Payer || dataset.Place != DatasetPlace.Payer)
            .SelectMany(dataset => dataset.Actions)
            .Concat(VerificationLadder.Actions)
            .Distinct();

        var granted = PermissionTable.GrantedTo(PermissionTier.Trial, mode);
        granted.Select(row => row.Action).ShouldBe(used, ignoreOrder: true);
        PermissionTable.ReadIn(mode).ShouldBe(granted);
    }

    [Fact]
    public void Linked_accounts_grant_what_is_read_in_each_of_them_and_in_Trial_nothing_else()
    {
        PermissionTable.GrantedInMembers(PermissionTier.Trial).Select(row => row.Action).ShouldBe(
            Datasets.Where(dataset => dataset.Place == DatasetPlace.LinkedAccount)
                .SelectMany(dataset => dataset.Actions)
                .Distinct(),
            ignoreOrder: true);
        PermissionTable.GrantedInMembers(PermissionTier.Production).ShouldAllBe(
            row => !row.Writes && row.Scope == PermissionScope.EveryAccount);
    }

    [Fact]
    public void Every_row_names_the_datasets_that_use_it()
    {
        foreach (var row in PermissionTable.Rows)
        {
            row.Datasets.ShouldBe(
                Datasets.Where(dataset => dataset.Actions.Any(row.Covers)).Select(dataset => dataset.Name),
                ignoreOrder: true,
                row.Action);
            row.DatasetsIn(ConnectionMode.SubAccount).ShouldBe(
                Datasets.Where(dataset => dataset.Place != DatasetPlace.Payer && dataset.Actions.Any(row.Covers))
                    .Select(dataset => dataset.Name),
                ignoreOrder: true,
                row.Action);
        }
    }

    [Fact]
    public void The_verification_needs_exactly_what_asks_for_the_organization() =>
        VerificationLadder.Actions.ShouldBe(["organizations:DescribeOrganization"]);

    [Fact]
    public void Every_role_allows_what_its_mode_is_read_with()
    {
        foreach (var (tier, mode) in Roles)
        {
            var granted = PermissionTable.GrantedTo(tier, mode);
            PermissionTable.ReadIn(mode).ShouldAllBe(read => granted.Any(row => row.Covers(read.Action)));
        }
    }

    [Fact]
    public void No_row_of_a_role_stands_beside_a_wildcard_that_covers_it()
    {
        foreach (var (tier, mode) in Roles)
        {
            var granted = PermissionTable.GrantedTo(tier, mode);
            granted.ShouldAllBe(row => granted.Count(other => other.Covers(row.Action)) == 1);
        }
    }

    [Fact]
    public void A_write_is_granted_by_its_exact_name_and_in_the_payer_account_alone()
    {
        var writes = PermissionTable.Rows.Where(row => row.Writes).ToImmutableArray();

        writes.ShouldAllBe(row => !row.IsWildcard && row.Tier == PermissionTier.Production);
        PermissionTable.GrantedTo(PermissionTier.Production, ConnectionMode.SubAccount)
            .ShouldAllBe(row => !row.Writes);
        writes.ShouldAllBe(write => PermissionTable.Rows.Count(row => row.Covers(write.Action)) == 1);
    }

    [Theory]
    [MemberData(nameof(NotOurs))]
    public void No_tier_grants_what_a_bill_does_not_need(string action) =>
        PermissionTable.Rows.ShouldAllBe(row => !row.Covers(action));

    [Fact]
    public void Our_sessions_are_narrowed_to_reads_and_fit_what_STS_takes()
    {
        foreach (var mode in Enum.GetValues<ConnectionMode>())
        {
            var policy = SessionPolicy.Of(PermissionTable.ReadIn(mode).Select(row => row.Action));

            policy.Length.ShouldBeLessThanOrEqualTo(SessionPolicy.MaxLength);
            PermissionTable.Rows.Where(row => row.Writes || row.IsWildcard)
                .ShouldAllBe(row => !policy.Contains(row.Action, StringComparison.Ordinal));
        }

        foreach (var row in PermissionTable.Rows.Where(row => row.Writes || row.IsWildcard))
            Should.Throw<ArgumentException>(() => SessionPolicy.Of([row.Action])).Message.ShouldContain(row.Action);
    }

    /// <summary>What AWS lists today; <c>docs/permissions.md</c> shows it for review.</summary>
    [Fact]
    public void No_wildcard_reaches_a_change_a_secret_or_what_people_wrote_and_none_is_in_a_session()
    {
        string[] verbs = ["Get", "List", "Describe"];
        string[] suspects =
        [
            "Handshake", "Transfer", "Credential", "Password", "Secret", "Token", "Console", "UserData", "Export",
            "Log", "Object", "Parameter", "Attribute",
        ];
        foreach (var row in PermissionTable.Rows.Where(row => row.IsWildcard))
        {
            var reached = ListedActions.All.Where(row.Covers).Select(action => action.Split(':')[1]).ToArray();
            reached.ShouldNotBeEmpty(row.Action);
            reached.ShouldAllBe(name => verbs.Any(verb => name.StartsWith(verb)), row.Action);
            reached.ShouldAllBe(name => !suspects.Any(name.Contains), row.Action);
        }

        foreach (var (tier, mode) in Roles)
        {
            var granted = PermissionTable.GrantedTo(tier, mode);
            var reads = PermissionTable.ReadIn(mode).Select(row => row.Action).ToArray();
            var policy = SessionPolicy.Of(reads);
            ListedActions.All.Where(action => granted.Any(row => row.Covers(action)))
                .Where(action => policy.Contains($"\"{action}\"", StringComparison.Ordinal))
                .ShouldBe(reads, ignoreOrder: true);
        }
    }

    /// <summary>The words go into YAML, HCL, shell and Markdown.</summary>
    [Fact]
    public void Reasons_are_whole_sentences_on_one_line_of_plain_text()
    {
        foreach (var row in PermissionTable.Rows)
        {
            IsSentence(row.Reason).ShouldBeTrue(row.Reason);
            IsSentence(row.Missing).ShouldBeTrue(row.Missing);
            row.Action.Split(':').Length.ShouldBe(2, row.Action);
        }

        static bool IsSentence(string text) => text[^1] == '.' && text.All(letter => letter is >= ' ' and <= '~')
            && text.IndexOfAny(['`', '$', '%', '\\', '"', '|', '#']) < 0;
    }

    [Fact]
    public void The_documentation_is_made_from_the_table() =>
        Snapshot.Match("docs/permissions.md", PermissionsPage.Render());
}
