using System.Security.Claims;
using System.Text.RegularExpressions;
using Archera.Client;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Gateway.Access;
using Archera.Gateway.Costs;
using Archera.Gateway.Paging;
using Archera.Gateway.Problems;
using Archera.Gateway.Reports;
using Archera.Gateway.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Archera.Gateway.Utilization;

/// <summary>How machines are used.</summary>
internal static partial class UtilizationEndpoints
{
    private const string RegionName = "region";
    private const string MachineName = "machine";

    private static readonly QueryParameters Parameters = new(
    [
        ReportParameters.Start,
        ReportParameters.End,
        ReportParameters.PayerAccount,
        ReportParameters.LinkedAccount,
        new(RegionName, "Only machines in these Regions, such as eu-central-1. Repeat it for several.")
        {
            Repeats = true, MaxItems = CostParameters.MaxValues, Pattern = "^[a-z]{2,4}(-[a-z]+)+-[0-9]$",
        },
        new(MachineName, "Only these machines, such as i-0123456789abcdef0. Repeat it for several.")
        {
            Repeats = true, MaxItems = CostParameters.MaxValues, Pattern = "^i-[0-9a-f]{8,17}$",
        },
        ReportParameters.AsOf,
        ReportParameters.RequireComplete,
        ReportParameters.Format,
    ]);

    public static void MapUtilization(this IEndpointRouteBuilder api) =>
        api.MapGet("/utilization", GetAsync)
            .RequireAuthorization(AccessPolicies.Tenant).WithTags("Machines")
            .WithName("GetUtilization").WithSummary("How the machines of all linked accounts are used")
            .WithDescription(
                "By machine and day: mean, 95th percentile (nearest rank) and maximum of each metric, from points of "
                + "five minutes where AWS keeps them, else of an hour, and from how many hours of how many expected. A "
                + "machine that was stopped has no figures, and no zeros. A metric or Region that could not be read is "
                + "late by name and reason. Idle and oversized machines are named with the rule that found them.")
            .DescribePages(Parameters, ProblemCatalogue.TooManyRows);

    private static async Task<Results<ReportResult<UtilizationResource>, ProblemResult>> GetAsync(
        HttpRequest request,
        ClaimsPrincipal user,
        ArcheraClient client,
        Pager pager,
        CancellationToken cancellationToken)
    {
        var reader = new ParameterReader(request.Query);
        var query = Read(reader);
        var (requireComplete, format) = (reader.RequiresComplete(), reader.FormatOf(request));
        var (asked, wrong) = await pager.ReadAsync(reader, request, user.Tenant(), format, cancellationToken);
        if (asked is null)
            return wrong!;
        var answer = await client.Utilization.GetAsync(user.Tenant(), query, cancellationToken);
        if (!answer.IsGranted)
            return ProblemResult.Of(answer.Refusal);
        var completeness = CompletenessResource.Of(answer.Value.Completeness);
        MachineUseResource[] rows = [.. answer.Value.Machines.Select(MachineUseResource.Of)];
        var (page, changed) = await pager.CutAsync(asked, rows, completeness, cancellationToken);
        if (page is null)
            return changed!;
        var report = new UtilizationResource(
            query.Period.Start, query.Period.End, query.AsOf, page.Rows, page.NextCursor, completeness);
        return ReportAnswers.Of(report, requireComplete, format, page.NextAddress);
    }

    /// <summary>The query; meaningful only while the parameters have no errors.</summary>
    private static UtilizationQuery Read(ParameterReader reader)
    {
        var regions = reader.Repeated(
            RegionName, CostParameters.MaxValues, text => AwsRegion.TryParse(text, out _), "a Region's name");
        var machines = reader.Repeated(
            MachineName, CostParameters.MaxValues, text => Machine().IsMatch(text), "an instance id");
        return new UtilizationQuery(
            reader.Period(),
            [.. reader.PayerAccounts().Select(Key).OfType<PayerAccountKey>()],
            [.. reader.LinkedAccounts().Select(Id).OfType<AwsAccountId>()],
            [.. regions.Select(Region).OfType<AwsRegion>()],
            [.. machines],
            reader.AsOfDay());
    }

    private static PayerAccountKey? Key(string text) => PayerAccountKey.TryParse(text, out var key) ? key : null;

    private static AwsAccountId? Id(string text) => AwsAccountId.TryParse(text, out var id) ? id : null;

    private static AwsRegion? Region(string text) => AwsRegion.TryParse(text, out var region) ? region : null;

    [GeneratedRegex(@"^i-[0-9a-f]{8,17}\z")]
    private static partial Regex Machine();
}
