using System.Collections.Immutable;
using System.Security.Claims;
using Archera.Client;
using Archera.Contracts.Commitments;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Gateway.Access;
using Archera.Gateway.Costs;
using Archera.Gateway.Problems;
using Archera.Gateway.Reports;
using Archera.Gateway.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Archera.Gateway.Commitments;

/// <summary>Savings Plans and reservations.</summary>
internal static class CommitmentEndpoints
{
    private const string KindName = "kind";

    private static readonly QueryParameter Kind =
        new(KindName, "Only Savings Plans, or only reservations. Repeat it for both.")
        {
            Repeats = true,
            MaxItems = Enum.GetValues<CommitmentKind>().Length,
            Values = Enum.GetNames<CommitmentKind>(),
        };

    private static readonly QueryParameters Parameters = new(
    [
        .. CostParameters.All.Named("start", "end", "granularity"),
        ReportParameters.PayerAccount,
        Kind,
        new("service", "Only reservations of these services, as AWS names them; Savings Plans have none. Repeat it "
            + "for several.")
        {
            Repeats = true, MaxItems = CostParameters.MaxValues, MaxLength = CostParameters.MaxValueLength,
        },
        .. CostParameters.All.Named("asOf"),
        ReportParameters.RequireComplete,
        ReportParameters.Format,
    ]);

    private static readonly QueryParameters OfAdvice = new(
        [ReportParameters.PayerAccount, Kind, ReportParameters.RequireComplete, ReportParameters.Format]);

    public static void MapCommitments(this IEndpointRouteBuilder api)
    {
        api.MapGet("/commitments", GetAsync)
            .RequireAuthorization(AccessPolicies.Tenant).WithTags("Commitments")
            .WithName("GetCommitments").WithSummary("The tenant's Savings Plans and reservations")
            .WithDescription(
                "What was committed, used and covered, from Cost Explorer, and which commitments there are. "
                + "Percentages are ratios of sums: over several days, payers or services they are made of the summed "
                + "parts. Null is not zero: it says that there was nothing to tell. As CSV, rows of figures come first "
                + "and rows of commitments after them: the column row tells which.")
            .DescribeReport(Parameters, ProblemCatalogue.TooManyRows, ProblemCatalogue.InexactSum);
        api.MapGet("/commitments/recommendations", GetRecommendationsAsync)
            .RequireAuthorization(AccessPolicies.Tenant).WithTags("Commitments")
            .WithName("GetCommitmentRecommendations").WithSummary("What AWS recommends the tenant's payers to buy")
            .WithDescription(
                "AWS's own recommendations with its own estimates, for one year and nothing upfront, from the last 30 "
                + "days. They are advice of the day they were read on and have no history.")
            .DescribeReport(OfAdvice);
    }

    private static async Task<Results<ReportResult<CommitmentsResource>, ProblemResult>> GetAsync(
        HttpRequest request, ClaimsPrincipal user, ArcheraClient client, CancellationToken cancellationToken)
    {
        var reader = new CostQueryReader(request.Query);
        var costs = reader.Read();
        var kinds = Kinds(reader.Parameters);
        var (requireComplete, format) = (reader.Parameters.RequiresComplete(), reader.Parameters.FormatOf(request));
        if (reader.Parameters.Errors.Any)
            return ProblemResult.Of(reader.Parameters.Errors);
        var query = new CommitmentQuery(
            costs.Period,
            costs.Granularity,
            [.. Values(costs, CostDimension.PayerAccount).Select(PayerAccountKey.Parse)],
            kinds,
            Values(costs, CostDimension.Service),
            costs.AsOf);
        var answer = await client.Commitments.GetAsync(user.Tenant(), query, cancellationToken);
        return answer.IsGranted
            ? ReportAnswers.Of(CommitmentsResource.Of(query, answer.Value), requireComplete, format)
            : ProblemResult.Of(answer.Refusal);
    }

    private static async Task<Results<ReportResult<RecommendationsResource>, ProblemResult>> GetRecommendationsAsync(
        HttpRequest request, ClaimsPrincipal user, ArcheraClient client, CancellationToken cancellationToken)
    {
        var reader = new ParameterReader(request.Query);
        var payers = reader.PayerAccounts();
        var kinds = Kinds(reader);
        var (requireComplete, format) = (reader.RequiresComplete(), reader.FormatOf(request));
        if (reader.Errors.Any)
            return ProblemResult.Of(reader.Errors);
        var query = new RecommendationQuery([.. payers], kinds);
        var answer = await client.Commitments.GetRecommendationsAsync(user.Tenant(), query, cancellationToken);
        return answer.IsGranted
            ? ReportAnswers.Of(RecommendationsResource.Of(answer.Value), requireComplete, format)
            : ProblemResult.Of(answer.Refusal);
    }

    private static ImmutableArray<CommitmentKind> Kinds(ParameterReader reader)
    {
        var names = reader.Repeated(
            KindName, Enum.GetValues<CommitmentKind>().Length,
            text => EnumNames.TryParse<CommitmentKind>(text, out _), $"one of {EnumNames.Of<CommitmentKind>()}");
        return reader.Errors.Any ? [] : [.. names.Select(Enum.Parse<CommitmentKind>)];
    }

    private static ImmutableArray<string> Values(CostQuery query, CostDimension dimension) =>
        [.. query.Filters.Where(filter => filter.Dimension == dimension).SelectMany(filter => filter.Values)];
}
