using System.Security.Claims;
using Archera.Client;
using Archera.Contracts.Reports;
using Archera.Gateway.Access;
using Archera.Gateway.Paging;
using Archera.Gateway.Problems;
using Archera.Gateway.Reports;
using Archera.Gateway.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Archera.Gateway.Machines;

/// <summary>Machines, and the Regions that they are looked for in.</summary>
internal static class MachineEndpoints
{
    private const string GranularityName = "granularity";

    private static readonly QueryParameters OfRegions = new(
    [
        ReportParameters.Start,
        ReportParameters.End,
        ReportParameters.PayerAccount,
        ReportParameters.LinkedAccount,
        ReportParameters.Region,
        ReportParameters.AsOf,
        ReportParameters.RequireComplete,
        ReportParameters.Format,
    ]);

    private static readonly QueryParameters OfMachines = new(
    [
        .. OfRegions.All,
        new(GranularityName, "What a row covers: all asked days, or one.")
        {
            Values = Enum.GetNames<MachineGranularity>(), Default = nameof(MachineGranularity.Period),
        },
    ]);

    public static void MapMachines(this IEndpointRouteBuilder api)
    {
        api.MapGet("/machines", GetAsync)
            .RequireAuthorization(AccessPolicies.Tenant).WithTags("Machines")
            .WithName("GetMachines").WithSummary("The tenant's EC2 instances, and how long they were up")
            .WithDescription(
                "Every instance that was there on one of the days, those that were terminated since included. Hours "
                + "are exact where AWS tells the moment; where a stop hid between two looks, they are a bracket that "
                + "holds the truth.")
            .DescribePages(OfMachines, ProblemCatalogue.TooManyRows);
        api.MapGet("/machines/regions", GetRegionsAsync)
            .RequireAuthorization(AccessPolicies.Tenant).WithTags("Machines")
            .WithName("GetMachineRegions").WithSummary("The Regions whose machines were not read, and why")
            .WithDescription(
                "Tells a Region without machines from one that the account has not opted in to, has switched off, or "
                + "that may not be looked at, by the newest of the asked days that was looked at.")
            .DescribePages(OfRegions, ProblemCatalogue.TooManyRows);
    }

    private static Task<Results<ReportResult<MachinesResource>, ProblemResult>> GetAsync(
        HttpRequest request,
        ClaimsPrincipal user,
        ArcheraClient client,
        Pager pager,
        CancellationToken cancellationToken)
    {
        var reader = new ParameterReader(request.Query);
        var query = QueryOf(reader) with
        {
            Granularity = reader.Single(
                GranularityName,
                EnumNames.TryParse,
                $"one of {EnumNames.Of<MachineGranularity>()}",
                MachineGranularity.Period),
        };
        return pager.AnswerAsync<MachineReport, MachineResource, MachinesResource>(
            reader,
            request,
            user.Tenant(),
            cancel => client.Machines.GetAsync(user.Tenant(), query, cancel),
            report => (report.Machines.Select(MachineResource.Of), report.Completeness),
            (page, completeness) => new(new MachinesResource(
                query.Period.Start,
                query.Period.End,
                query.Granularity,
                query.AsOf,
                page.Rows,
                page.NextCursor,
                completeness)),
            cancellationToken);
    }

    private static Task<Results<ReportResult<MachineRegionsResource>, ProblemResult>> GetRegionsAsync(
        HttpRequest request,
        ClaimsPrincipal user,
        ArcheraClient client,
        Pager pager,
        CancellationToken cancellationToken)
    {
        var reader = new ParameterReader(request.Query);
        var query = QueryOf(reader);
        return pager.AnswerAsync<MachineReport, MachineRegionResource, MachineRegionsResource>(
            reader,
            request,
            user.Tenant(),
            cancel => client.Machines.GetAsync(user.Tenant(), query, cancel),
            report => (report.Regions.Select(MachineRegionResource.Of), report.Completeness),
            (page, completeness) => new(new MachineRegionsResource(
                query.Period.Start, query.Period.End, query.AsOf, page.Rows, page.NextCursor, completeness)),
            cancellationToken);
    }

    private static MachineQuery QueryOf(ParameterReader reader) =>
        new(reader.Period(), [.. reader.PayerAccounts()], [.. reader.LinkedAccounts()])
        {
            Regions = [.. reader.Regions()],
            AsOf = reader.AsOfDay(),
        };
}
