using System.Security.Claims;
using System.Text.RegularExpressions;
using Archera.Client;
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
    private const string MachineName = "machine";

    private static readonly QueryParameters Parameters = new(
    [
        ReportParameters.Start,
        ReportParameters.End,
        ReportParameters.PayerAccount,
        ReportParameters.LinkedAccount,
        ReportParameters.Region,
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

    private static Task<Results<ReportResult<UtilizationResource>, ProblemResult>> GetAsync(
        HttpRequest request,
        ClaimsPrincipal user,
        ArcheraClient client,
        Pager pager,
        CancellationToken cancellationToken)
    {
        var reader = new ParameterReader(request.Query);
        var query = Read(reader);
        return pager.AnswerAsync<UtilizationReport, MachineUseResource, UtilizationResource>(
            reader,
            request,
            user.Tenant(),
            cancel => client.Utilization.GetAsync(user.Tenant(), query, cancel),
            report => (report.Machines.Select(MachineUseResource.Of), report.Completeness),
            (page, completeness) => new(new UtilizationResource(
                query.Period.Start, query.Period.End, query.AsOf, page.Rows, page.NextCursor, completeness)),
            cancellationToken);
    }

    /// <summary>The query; meaningful only while the parameters have no errors.</summary>
    private static UtilizationQuery Read(ParameterReader reader)
    {
        var machines = reader.Repeated(
            MachineName, CostParameters.MaxValues, text => Machine().IsMatch(text), "an instance id");
        return new UtilizationQuery(
            reader.Period(),
            [.. reader.PayerAccounts()],
            [.. reader.LinkedAccounts()],
            [.. reader.Regions()],
            [.. machines],
            reader.AsOfDay());
    }

    [GeneratedRegex(@"^i-[0-9a-f]{8,17}\z")]
    private static partial Regex Machine();
}
