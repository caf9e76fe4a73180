using System.Security.Claims;
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

namespace Archera.Gateway.Machines;

/// <summary>Machines, and the Regions that they are looked for in.</summary>
internal static class MachineEndpoints
{
    private const string RegionName = "region";
    private const string GranularityName = "granularity";

    private static readonly QueryParameters OfRegions = new(
    [
        ReportParameters.Start,
        ReportParameters.End,
        ReportParameters.PayerAccount,
        ReportParameters.LinkedAccount,
        new(RegionName, "Only these Regions, such as eu-central-1. Repeat it for several.")
        {
            Repeats = true, MaxItems = CostParameters.MaxValues, MaxLength = AwsRegion.MaxLength,
        },
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

    private static async Task<Results<ReportResult<MachinesResource>, ProblemResult>> GetAsync(
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
        var (requireComplete, format) = (reader.RequiresComplete(), reader.FormatOf(request));
        var (asked, wrong) = await pager.ReadAsync(reader, request, user.Tenant(), format, cancellationToken);
        if (asked is null)
            return wrong!;
        var answer = await client.Machines.GetAsync(user.Tenant(), query, cancellationToken);
        if (!answer.IsGranted)
            return ProblemResult.Of(answer.Refusal);
        var completeness = CompletenessResource.Of(answer.Value.Completeness);
        MachineResource[] rows = [.. answer.Value.Machines.Select(MachineResource.Of)];
        var (page, changed) = await pager.CutAsync(asked, rows, completeness, cancellationToken);
        if (page is null)
            return changed!;
        var report = new MachinesResource(
            query.Period.Start,
            query.Period.End,
            query.Granularity,
            query.AsOf,
            page.Rows,
            page.NextCursor,
            completeness);
        return ReportAnswers.Of(report, requireComplete, format, page.NextAddress);
    }

    private static async Task<Results<ReportResult<MachineRegionsResource>, ProblemResult>> GetRegionsAsync(
        HttpRequest request,
        ClaimsPrincipal user,
        ArcheraClient client,
        Pager pager,
        CancellationToken cancellationToken)
    {
        var reader = new ParameterReader(request.Query);
        var query = QueryOf(reader);
        var (requireComplete, format) = (reader.RequiresComplete(), reader.FormatOf(request));
        var (asked, wrong) = await pager.ReadAsync(reader, request, user.Tenant(), format, cancellationToken);
        if (asked is null)
            return wrong!;
        var answer = await client.Machines.GetAsync(user.Tenant(), query, cancellationToken);
        if (!answer.IsGranted)
            return ProblemResult.Of(answer.Refusal);
        var completeness = CompletenessResource.Of(answer.Value.Completeness);
        MachineRegionResource[] rows = [.. answer.Value.Regions.Select(MachineRegionResource.Of)];
        var (page, changed) = await pager.CutAsync(asked, rows, completeness, cancellationToken);
        if (page is null)
            return changed!;
        var report = new MachineRegionsResource(
            query.Period.Start, query.Period.End, query.AsOf, page.Rows, page.NextCursor, completeness);
        return ReportAnswers.Of(report, requireComplete, format, page.NextAddress);
    }

    private static MachineQuery QueryOf(ParameterReader reader)
    {
        var period = reader.Period();
        var payers = reader.PayerAccounts();
        var linked = reader.LinkedAccounts();
        var regions = reader.Repeated(
            RegionName, CostParameters.MaxValues, text => AwsRegion.TryParse(text, out _), "a Region's name");
        var asOf = reader.AsOfDay();
        return reader.Errors.Any
            ? new MachineQuery(period, [], [])
            : new MachineQuery(
                period, [.. payers.Select(PayerAccountKey.Parse)], [.. linked.Select(AwsAccountId.Parse)])
            {
                Regions = [.. regions.Select(AwsRegion.Parse)],
                AsOf = asOf,
            };
    }
}
